package dev.darkroom.codec.mp4;

/** Writes the payload of a {@code stsd} box with one VisualSampleEntry (8.5.2, 12.1.3). */
public final class PictureEntry {
  /** 72 dots per inch, 16.16. */
  private static final int RESOLUTION = 0x480000;

  private static final int COLOR_WITHOUT_ALPHA = 0x18;

  private PictureEntry() {}

  /**
   * Writes an entry.
   *
   * @param format four characters of the codec
   * @param width coded width in pixels, below 65,536
   * @param height coded height in pixels, below 65,536
   * @param configurationType four characters of the box with the decoder configuration
   * @param configuration payload of that box
   */
  public static byte[] of(
      String format, int width, int height, String configurationType, byte[] configuration) {
    return new BoxWriter()
        .u32(0)
        .u32(1)
        .box(
            format,
            entry -> {
              entry.zeroes(6).u16(1).zeroes(16).u16(width).u16(height);
              entry.u32(RESOLUTION).u32(RESOLUTION).u32(0).u16(1).zeroes(32);
              entry.u16(COLOR_WITHOUT_ALPHA).u16(0xffff);
              entry.box(configurationType, box -> box.bytes(configuration));
            })
        .toByteArray();
  }
}
