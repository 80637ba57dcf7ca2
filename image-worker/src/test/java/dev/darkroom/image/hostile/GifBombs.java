package dev.darkroom.image.hostile;

/** Builds GIFs (GIF89a). */
public final class GifBombs {
  /** A clear code, one pixel and the end code, three bits each (appendix F). */
  private static final byte[] ONE_PIXEL = {2, 2, 0x44, 1, 0};

  private GifBombs() {}

  /** Builds many frames of one pixel. */
  public static byte[] frames(int width, int height, int count) {
    Bytes out = screen(width, height);
    for (int i = 0; i < count; i++) {
      frame(out, i % 2 * (width - 1), i / 2 % 2 * (height - 1), 1, 1);
    }
    return out.u8(0x3b).toByteArray();
  }

  /** Builds a frame larger than the screen that holds one pixel. */
  public static byte[] frameLargerThanScreen(int width, int height) {
    return frame(screen(1, 1), 0, 0, width, height).u8(0x3b).toByteArray();
  }

  /**
   * Builds a frame of the screen's size that holds one pixel: 20 bytes that need a whole canvas.
   */
  public static byte[] hollow(int width, int height) {
    return frame(screen(width, height), 0, 0, width, height).u8(0x3b).toByteArray();
  }

  /** Builds many comments of one byte before one pixel. */
  public static byte[] comments(int count) {
    Bytes out = screen(1, 1);
    for (int i = 0; i < count; i++) {
      out.u8(0x21, 0xfe, 1, 'a', 0);
    }
    return frame(out, 0, 0, 1, 1).u8(0x3b).toByteArray();
  }

  private static Bytes screen(int width, int height) {
    return Bytes.littleEndian()
        .text("GIF89a")
        .u16(width)
        .u16(height)
        .u8(0x80, 0, 0)
        .u8(0, 0, 0, 255, 255, 255);
  }

  private static Bytes frame(Bytes out, int left, int top, int width, int height) {
    return out.u8(0x21, 0xf9, 4, 1 << 2)
        .u16(5)
        .u8(0, 0, 0x2c)
        .u16(left)
        .u16(top)
        .u16(width)
        .u16(height)
        .u8(0)
        .bytes(ONE_PIXEL);
  }
}
