package dev.darkroom.video.step;

import dev.darkroom.contract.Missing;

/** How making an output can turn out. */
public sealed interface Made {
  /**
   * An output to store.
   *
   * @param name as in the manifest
   * @param fileName as in the key
   */
  @SuppressWarnings("ArrayRecordComponent") // a carrier of bytes that nobody compares
  record Output(
      String name, String fileName, String contentType, int width, int height, byte[] bytes)
      implements Made {}

  /** This file cannot have it. */
  record Absent(Missing missing) implements Made {}
}
