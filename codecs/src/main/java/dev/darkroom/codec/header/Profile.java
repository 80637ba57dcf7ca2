package dev.darkroom.codec.header;

/**
 * What a file says about its colors. Of several statements, the one with the highest precedence.
 */
public sealed interface Profile {
  /** Largest ICC profile that is kept, in bytes: 1 MiB, twice the size of printers' profiles. */
  int MAX_ICC = 1 << 20;

  /** Nothing, or nothing that can be understood; such a picture is taken for sRGB. */
  record Unspecified() implements Profile {}

  /** Declared to be sRGB, without a profile. */
  record Srgb() implements Profile {}

  /**
   * An embedded ICC profile, not parsed.
   *
   * @param bytes the whole profile, at most {@link #MAX_ICC} bytes; shared, not copied
   */
  @SuppressWarnings("ArrayRecordComponent") // a carrier of bytes that nobody compares
  record Icc(byte[] bytes) implements Profile {}

  /**
   * An ICC profile larger than {@link #MAX_ICC}, which is not kept.
   *
   * @param size in bytes; of a compressed profile, the size at which inflating stopped
   */
  record Oversized(long size) implements Profile {}

  /** Code points of ITU-T H.273: primaries (8.1), transfer (8.2), matrix (8.3), and the range. */
  record Cicp(int primaries, int transfer, int matrix, boolean fullRange) implements Profile {}

  /**
   * PNG's gAMA and cHRM chunks (11.3.2.1 and 11.3.2.2), if they differ from sRGB.
   *
   * @param gamma exponent that encoded light as samples, usually 0.45455
   * @param chromaticities x and y of white, red, green, and blue, in this order
   */
  @SuppressWarnings("ArrayRecordComponent") // figures that nobody compares
  record Calibrated(double gamma, double[] chromaticities) implements Profile {}

  /** Returns an ICC profile, or only its size if it is too large. */
  static Profile icc(byte[] bytes) {
    return bytes.length > MAX_ICC ? new Oversized(bytes.length) : new Icc(bytes);
  }
}
