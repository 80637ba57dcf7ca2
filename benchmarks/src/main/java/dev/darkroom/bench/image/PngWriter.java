package dev.darkroom.bench.image;

import dev.darkroom.bench.contender.Serving;
import dev.darkroom.codec.png.PngEncoder;

/** Darkroom's PNG encoder as a contender. */
final class PngWriter {
  private PngWriter() {}

  public static void main(String[] args) throws Exception {
    Serving.serve(RawPicture::read, bitmap -> PngEncoder.encode(bitmap).length);
  }
}
