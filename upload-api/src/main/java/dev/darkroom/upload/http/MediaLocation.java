package dev.darkroom.upload.http;

import dev.darkroom.contract.MediaId;

/** Where an upload can be followed, for the header {@code Location}. */
public final class MediaLocation {
  private MediaLocation() {}

  /**
   * Relative, because API Gateway does not tell the function by which scheme it was called; as a
   * {@code URI} the REST layer would make it absolute with the wrong one.
   */
  public static String of(MediaId id) {
    return "/media/" + id;
  }
}
