package dev.darkroom.codec.header;

/** What a file says of its colors; where it says several things, the one that counts most. */
public sealed interface Profile {
  /** The largest ICC profile that is taken along: 1 MiB, twice what printers' tables take. */
  int MAX_ICC = 1 << 20;

  /** Nothing, or nothing that can be understood: sRGB is assumed of such pictures. */
  record Unspecified() implements Profile {}

  /** Declared to be sRGB, without a profile. */
  record Srgb() implements Profile {}

  /**
   * An embedded ICC profile, not looked into.
   *
   * @param bytes all of them, at most {@link #MAX_ICC}; shared, not copied
   */
  @SuppressWarnings("ArrayRecordComponent") // a carrier of bytes that nobody compares
  record Icc(byte[] bytes) implements Profile {}

  /**
   * An ICC profile larger than {@link #MAX_ICC}, not taken along.
   *
   * @param size in bytes; where it is compressed, the first size that was too much
   */
  record Oversized(long size) implements Profile {}

  /** Code points of ITU-T H.273: 8.1 primaries, 8.2 transfer, 8.3 matrix, and the range. */
  record Cicp(int primaries, int transfer, int matrix, boolean fullRange) implements Profile {}

  /**
   * PNG's gAMA and cHRM (11.3.2.1 and 11.3.2.2), where they are not those of sRGB.
   *
   * @param gamma the exponent that made samples of light, 0.45455 for most
   * @param chromaticities x and y of the white, the red, the green, the blue
   */
  @SuppressWarnings("ArrayRecordComponent") // figures that nobody compares
  record Calibrated(double gamma, double[] chromaticities) implements Profile {}

  /** A profile of known bytes. */
  static Profile icc(byte[] bytes) {
    return bytes.length > MAX_ICC ? new Oversized(bytes.length) : new Icc(bytes);
  }
}
