package dev.darkroom.codec.heif;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Mp4Source;
import java.io.IOException;

/**
 * How tiles make a picture: ImageGrid (6.6.2.3.2).
 *
 * @param width of the picture, in pixels
 * @param height of the picture, in pixels
 */
record Grid(int columns, int rows, int width, int height) {
  private static final int MAX_BYTES = 12;

  static Grid single(int width, int height) {
    return new Grid(1, 1, width, height);
  }

  static Grid read(ItemData data, Mp4Source source) throws IOException, Malformed {
    ByteReader in = new ByteReader(data.read(source, MAX_BYTES));
    in.skip(1);
    boolean wide = (in.u8() & 1) != 0;
    int rows = in.u8() + 1;
    int columns = in.u8() + 1;
    long width = wide ? in.u32() : in.u16();
    long height = wide ? in.u32() : in.u16();
    if (width < 1 || width > Integer.MAX_VALUE || height < 1 || height > Integer.MAX_VALUE) {
      throw new Malformed(0, "a grid of " + width + "×" + height);
    }
    return new Grid(columns, rows, (int) width, (int) height);
  }
}
