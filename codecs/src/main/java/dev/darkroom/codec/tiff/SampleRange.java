package dev.darkroom.codec.tiff;

/**
 * The numbers that mean black and white, for samples whose format has no range of its own.
 *
 * @param low black, or no ink
 * @param high white, or full ink
 */
record SampleRange(double low, double high) {
  /**
   * Largest number that may be light brighter than white, four stops, in a picture whose white is
   * 1.
   */
  private static final double BRIGHTEST = 16;

  int level(double value) {
    double level = (value - low) / (high - low) * TiffSamples.FULL;
    return Math.clamp(Math.round(level), 0, TiffSamples.FULL);
  }

  /**
   * Chooses the range of signed integers: from zero, unless there are numbers below.
   *
   * @param least least number in the picture
   */
  static SampleRange signed(int bits, double least) {
    double half = Math.scalb(1.0, bits - 1);
    return new SampleRange(least < 0 ? -half : 0, half - 1);
  }

  /**
   * Chooses the range of floating-point numbers. White is 1, as photo programs write it; programs
   * that compute on levels of 8 or 16 bits leave them as large as they were.
   *
   * @param most largest number in the picture
   */
  static SampleRange floats(double most) {
    if (most <= BRIGHTEST) {
      return new SampleRange(0, 1);
    }
    return new SampleRange(0, most <= 255 ? 255 : most <= 65535 ? 65535 : most);
  }
}
