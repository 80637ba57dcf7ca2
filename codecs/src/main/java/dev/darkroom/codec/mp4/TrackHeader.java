package dev.darkroom.codec.mp4;

/** Writes the payload of {@code tkhd} (8.3.2) for a track without rotation. */
public final class TrackHeader {
  private static final int ENABLED_IN_MOVIE = 3;

  private TrackHeader() {}

  /**
   * Writes a header.
   *
   * @param width in pixels, below 65,536; 0 for sound
   * @param height in pixels, below 65,536; 0 for sound
   */
  public static byte[] of(long trackId, int width, int height) {
    var tkhd = new BoxWriter();
    tkhd.u32(ENABLED_IN_MOVIE).u32(0).u32(0).u32(trackId).u32(0).u32(0);
    tkhd.zeroes(8).u16(0).u16(0).u16(0).u16(0);
    return unity(tkhd).u16(width).u16(0).u16(height).u16(0).toByteArray();
  }

  /** Writes the identity matrix: 16.16 numbers, in the last column 2.30. */
  static BoxWriter unity(BoxWriter out) {
    return out.u32(0x10000).zeroes(12).u32(0x10000).zeroes(12).u32(0x40000000);
  }
}
