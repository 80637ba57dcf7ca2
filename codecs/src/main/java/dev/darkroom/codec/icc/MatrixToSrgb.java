package dev.darkroom.codec.icc;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * Converts RGB by curves, a matrix and sRGB's curve (ICC.1:2022, F.3). Tables hold what a sample
 * contributes to the three sums, as three lanes of one {@code long}.
 */
final class MatrixToSrgb implements ToSrgb {
  private static final int LANE = 21;
  private static final int LANE_MASK = (1 << LANE) - 1;

  /** Fraction bits of a lane. */
  private static final int FRACTION = 17;

  /** Low fraction bits that are dropped when sRGB's curve is looked up. */
  private static final int DROPPED = 3;

  /** An upper bound of rounding errors, added to sums to keep them from becoming negative. */
  private static final double ROUNDING = 2.0 / (1 << FRACTION);

  /** Largest range of sums that lanes can hold. ProPhoto needs 3. */
  private static final double MAX_SPAN = 15;

  /** Step between the levels of the colors tried; divides 255. */
  private static final int STEP = 15;

  private static final int STEPS = 255 / STEP + 1;

  private final long[] red;
  private final long[] green;
  private final long[] blue;
  private final byte[] curve;

  private MatrixToSrgb(long[] red, long[] green, long[] blue, byte[] curve) {
    this.red = red;
    this.green = green;
    this.blue = blue;
    this.curve = curve;
  }

  /**
   * Prepares a conversion.
   *
   * @param matrix from the space's linear light to sRGB's
   * @return empty if the matrix is beyond that of any color space
   */
  static Optional<MatrixToSrgb> of(Matrix3 matrix, RgbSpace space) {
    double low = 0;
    double high = 1;
    for (double[] row : matrix.rows()) {
      double least = 0;
      double most = 0;
      for (double weight : row) {
        least += Math.min(0, weight);
        most += Math.max(0, weight);
      }
      low = Math.min(low, least);
      high = Math.max(high, most);
    }
    if (!(high - low < MAX_SPAN)) {
      return Optional.empty();
    }
    return Optional.of(
        new MatrixToSrgb(
            contributions(matrix, 0, space.red(), -low + ROUNDING),
            contributions(matrix, 1, space.green(), 0),
            contributions(matrix, 2, space.blue(), 0),
            curve(low, high)));
  }

  /**
   * Tabulates what each sample of a channel contributes to the sums.
   *
   * @param bias added to keep sums above zero
   */
  private static long[] contributions(
      Matrix3 matrix, int column, DoubleUnaryOperator transfer, double bias) {
    var sums = new long[256];
    for (int sample = 0; sample < sums.length; sample++) {
      double light = Curves.unit(transfer.applyAsDouble(sample / 255.0));
      long lanes = 0;
      for (double[] row : matrix.rows()) {
        // Negative contributions borrow from the lane above; the sum pays it back.
        lanes = (lanes << LANE) + Math.round((row[column] * light + bias) * (1 << FRACTION));
      }
      sums[sample] = lanes;
    }
    return sums;
  }

  /** Tabulates sRGB's curve from {@code low} to {@code high}; clips colors outside of sRGB. */
  private static byte[] curve(double low, double high) {
    double perUnit = 1 << (FRACTION - DROPPED);
    // Rounding may add a step to each of the three contributions.
    var curve = new byte[(int) Math.ceil((high - low) * perUnit) + 2];
    for (int i = 0; i < curve.length; i++) {
      double light = Curves.unit((i + 0.5) / perUnit + low);
      curve[i] = (byte) Math.round(255 * Curves.unit(Transfer.toSrgb(light)));
    }
    return curve;
  }

  /** Returns whether no color changes by more than one level of 255. */
  boolean changesNothing() {
    var samples = new int[STEPS * STEPS * STEPS];
    for (int i = 0; i < samples.length; i++) {
      int r = i / (STEPS * STEPS) * STEP;
      int g = i / STEPS % STEPS * STEP;
      int b = i % STEPS * STEP;
      samples[i] = r << 16 | g << 8 | b;
    }
    int[] converted = samples.clone();
    convert(converted, 0, converted.length);
    for (int i = 0; i < samples.length; i++) {
      for (int shift = 0; shift < 24; shift += 8) {
        if (Math.abs((samples[i] >> shift & 0xff) - (converted[i] >> shift & 0xff)) > 1) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public void convert(int[] pixels, int from, int to) {
    for (int i = from; i < to; i++) {
      int pixel = pixels[i];
      long sum = red[pixel >> 16 & 0xff] + green[pixel >> 8 & 0xff] + blue[pixel & 0xff];
      int r = curve[(int) (sum >>> (2 * LANE)) >> DROPPED] & 0xff;
      int g = curve[((int) (sum >>> LANE) & LANE_MASK) >> DROPPED] & 0xff;
      int b = curve[((int) sum & LANE_MASK) >> DROPPED] & 0xff;
      pixels[i] = (pixel & 0xff000000) | r << 16 | g << 8 | b;
    }
  }
}
