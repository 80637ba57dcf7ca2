package dev.darkroom.codec.mp4;

import java.util.Map;

/** Writes the payload of a {@code stsd} box with one VisualSampleEntry (8.5.2, 12.1.3). */
public final class PictureEntry {
  /** 72 dots per inch, 16.16. */
  private static final int RESOLUTION = 0x480000;

  /** Depth of pictures in color without alpha, and of all whose codec states its depth itself. */
  public static final int COLOR = 0x18;

  private static final int NO_PALETTE = 0xffff;

  private PictureEntry() {}

  /**
   * Writes an entry.
   *
   * @param format four characters of the codec
   * @param width coded width in pixels, below 65,536
   * @param height coded height in pixels, below 65,536
   * @param depth bits per pixel as QuickTime counts them
   * @param configurations payloads of the boxes with the decoder configuration, by type, and a
   *     color table as in {@link SampleEntry}
   */
  public static byte[] of(
      String format, int width, int height, int depth, Map<String, byte[]> configurations) {
    byte[] palette = configurations.get(SampleEntry.PALETTE);
    return new BoxWriter()
        .u32(0)
        .u32(1)
        .box(
            format,
            entry -> {
              entry.zeroes(6).u16(1).zeroes(16).u16(width).u16(height);
              entry.u32(RESOLUTION).u32(RESOLUTION).u32(0).u16(1).zeroes(32);
              entry.u16(depth).u16(palette == null ? NO_PALETTE : 0);
              if (palette != null) {
                entry.bytes(palette);
              }
              configurations.forEach(
                  (type, payload) -> {
                    if (!type.equals(SampleEntry.PALETTE)) {
                      entry.box(type, box -> box.bytes(payload));
                    }
                  });
            })
        .toByteArray();
  }
}
