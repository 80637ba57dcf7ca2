package dev.darkroom.image.hostile;

/** Builds bitmaps with a BITMAPINFOHEADER. */
public final class BmpBombs {
  private static final int RLE8 = 1;

  private BmpBombs() {}

  /** Repeats run-length codes in a bitmap of eight bits. */
  public static byte[] runs(int width, int height, byte... coded) {
    return file(width, height, 8, RLE8, 256, coded);
  }

  /** Jumps to the right and up without ever ending. */
  public static byte[] jumps(int count) {
    byte[] coded = new byte[4 * count];
    for (int i = 0; i < coded.length; i += 4) {
      coded[i + 1] = 2;
      coded[i + 2] = (byte) 255;
      coded[i + 3] = (byte) 255;
    }
    return runs(100, 100, coded);
  }

  /** Writes runs that continue far past the last column and row. */
  public static byte[] endlessRuns(int count) {
    byte[] coded = new byte[2 * count];
    for (int i = 0; i < coded.length; i += 2) {
      coded[i] = (byte) 255;
      coded[i + 1] = 1;
    }
    return runs(100, 100, coded);
  }

  /** Writes any sizes, and no pixels. */
  public static byte[] hollow(int width, int height, int depth, long colors) {
    return file(width, height, depth, 0, colors);
  }

  private static byte[] file(
      int width, int height, int depth, int compression, long colors, byte... pixels) {
    int palette = 4 * (int) Math.min(colors, 256);
    return Bytes.littleEndian()
        .text("BM")
        .u32(54 + palette + pixels.length)
        .u32(0)
        .u32(54 + palette)
        .u32(40)
        .u32(width)
        .u32(height)
        .u16(1)
        .u16(depth)
        .u32(compression)
        .u32(0xfffffff0L)
        .u32(0)
        .u32(0)
        .u32(colors)
        .u32(0)
        .zeroes(palette)
        .bytes(pixels)
        .toByteArray();
  }
}
