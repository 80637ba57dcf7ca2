package dev.darkroom.image.decode;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.tiff.RawPhoto;
import dev.darkroom.stage.batch.Deadline;
import java.io.IOException;

/** Decodes the preview in a camera's raw photo. */
final class RawPreviews implements Decoder {
  private final Decoder jpegs;

  /**
   * @param jpegs decodes the preview
   */
  RawPreviews(Decoder jpegs) {
    this.jpegs = jpegs;
  }

  @Override
  public Pixels decode(Source source, Deadline deadline) throws Malformed, IOException {
    byte[] preview = RawPhoto.previewOf(source.file());
    return jpegs.decode(new Source(preview, source.header(), source.reduction()), deadline);
  }

  @Override
  public long memory(Header header, int reduction) {
    return jpegs.memory(header, reduction);
  }
}
