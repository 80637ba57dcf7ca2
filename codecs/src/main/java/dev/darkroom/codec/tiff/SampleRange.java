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
   * Chooses the range of signed integers: all of it if there are negative ones. Otherwise black is
   * zero, and white as of {@link #ofLevels}.
   *
   * @param least least number in the picture
   * @param most largest number in the picture
   */
  static SampleRange signed(int bits, double least, double most) {
    double half = Math.scalb(1.0, bits - 1);
    return least < 0 ? new SampleRange(-half, half - 1) : ofLevels(most, half - 1);
  }

  /**
   * Chooses the range of floating-point numbers. White is 1, as photo programs write it, unless
   * numbers are too large for light; then it is as of {@link #ofLevels}.
   *
   * @param most largest number in the picture
   */
  static SampleRange floats(double most) {
    return most <= BRIGHTEST ? new SampleRange(0, 1) : ofLevels(most, most);
  }

  /** Programs that compute on levels of 8 or 16 bits leave them as large as they were. */
  private static SampleRange ofLevels(double most, double full) {
    return new SampleRange(0, Math.min(full, most <= 255 ? 255 : most <= 65535 ? 65535 : full));
  }
}
