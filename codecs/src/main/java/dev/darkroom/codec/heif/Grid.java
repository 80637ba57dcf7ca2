package dev.darkroom.codec.heif;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Mp4Source;
import java.io.IOException;

/**
 * How tiles make a picture: ImageGrid (6.6.2.3.2).
 *
 * @param size of the picture
 */
record Grid(int columns, int rows, Size size) {
  private static final int MAX_BYTES = 12;

  static Grid single(Size size) {
    return new Grid(1, 1, size);
  }

  static Grid read(ItemData data, Mp4Source source) throws IOException, Malformed {
    ByteReader in = new ByteReader(data.read(source, MAX_BYTES));
    in.skip(1);
    boolean wide = (in.u8() & 1) != 0;
    int rows = in.u8() + 1;
    int columns = in.u8() + 1;
    return new Grid(
        columns, rows, Size.of(wide ? in.u32() : in.u16(), wide ? in.u32() : in.u16(), in));
  }

  int tiles() {
    return columns * rows;
  }

  /** Whether tiles of a size cover the picture, with less than a tile to spare at each side. */
  boolean isCoveredBy(Size tile) {
    long width = (long) columns * tile.width();
    long height = (long) rows * tile.height();
    return width >= size.width()
        && height >= size.height()
        && width - tile.width() < size.width()
        && height - tile.height() < size.height();
  }
}
