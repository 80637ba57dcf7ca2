package dev.darkroom.image.decode;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.header.Header;
import dev.darkroom.engine.foreign.Decoding;
import java.io.IOException;

/** Turns the results of {@code engine.foreign} into pixels or exceptions. */
final class Decodings {
  private Decodings() {}

  static Pixels pixels(Decoding decoding, Header header) throws Malformed, IOException {
    return switch (decoding) {
      case Decoding.Picture(var bitmap, var damaged) ->
          new Pixels(bitmap, header.color().profile(), damaged);
      case Decoding.Unsupported(String what) -> throw new UnsupportedCoding(what);
      case Decoding.Broken(String reason) -> throw new Malformed(0, reason);
    };
  }
}
