package dev.darkroom.bench.image;

import dev.darkroom.codec.picture.Bitmap;
import java.nio.ByteBuffer;

/** Pixels in a file that every contender reads alike: width, height, and RGBA or RGB samples. */
final class RawPicture {
  private static final int HEAD = 2 * Integer.BYTES + 1;

  private RawPicture() {}

  static byte[] write(Bitmap bitmap) {
    int channels = bitmap.opaque() ? 3 : 4;
    var out = ByteBuffer.allocate(HEAD + channels * bitmap.pixels().length);
    out.putInt(bitmap.width()).putInt(bitmap.height()).put((byte) channels);
    for (int pixel : bitmap.pixels()) {
      out.put((byte) (pixel >> 16)).put((byte) (pixel >> 8)).put((byte) pixel);
      if (channels == 4) {
        out.put((byte) (pixel >>> 24));
      }
    }
    return out.array();
  }

  static Bitmap read(byte[] file) {
    var in = ByteBuffer.wrap(file);
    int width = in.getInt();
    int height = in.getInt();
    boolean opaque = in.get() == 3;
    int[] pixels = new int[width * height];
    for (int i = 0; i < pixels.length; i++) {
      int rgb = (in.get() & 0xff) << 16 | (in.get() & 0xff) << 8 | (in.get() & 0xff);
      pixels[i] = (opaque ? 0xff : in.get()) << 24 | rgb;
    }
    return new Bitmap(pixels, width, height, opaque);
  }
}
