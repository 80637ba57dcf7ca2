package dev.darkroom.image.decode;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.header.Alpha;
import dev.darkroom.codec.header.Colour;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.picture.Bitmap;

/**
 * The one transparent value of a gray PNG of less than eight bits (W3C PNG, 11.3.1.1), which the
 * JDK's reader passes over.
 */
final class GrayKey {
  private static final int SIGNATURE = 8;
  private static final int CHECKSUM = 4;

  private GrayKey() {}

  /** The same picture where it has no such value. */
  static Bitmap applied(Bitmap bitmap, Source source) throws Malformed {
    Header header = source.header();
    if (header.colour().model() != Colour.Model.GRAY
        || header.bitsPerSample() >= 8
        || header.alpha() == Alpha.NONE) {
      return bitmap;
    }
    int max = (1 << header.bitsPerSample()) - 1;
    int transparent = (value(source.file()) & max) * 255 / max;
    int[] pixels = bitmap.pixels();
    for (int i = 0; i < pixels.length; i++) {
      if ((pixels[i] & 0xff) == transparent) {
        pixels[i] = 0;
      }
    }
    return new Bitmap(pixels, bitmap.width(), bitmap.height(), false);
  }

  private static int value(byte[] file) throws Malformed {
    var in = new ByteReader(file).skip(SIGNATURE);
    while (true) {
      long length = in.u32();
      if (in.text(4).equals("tRNS")) {
        return in.u16();
      }
      in.skip(length + CHECKSUM);
    }
  }
}
