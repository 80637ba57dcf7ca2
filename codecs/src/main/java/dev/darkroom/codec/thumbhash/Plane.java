package dev.darkroom.codec.thumbhash;

import java.util.ArrayList;
import java.util.List;

/** One channel of a picture. */
final class Plane {
  private final double[] values;
  private final int width;
  private final int height;

  Plane(double[] values, int width, int height) {
    this.values = values;
    this.width = width;
    this.height = height;
  }

  /** Computes the frequencies in the upper left triangle of {@code columns} by {@code rows}. */
  Frequencies transform(int columns, int rows) {
    double constant = 0;
    double scale = 0;
    List<Double> factors = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column * rows < columns * (rows - row); column++) {
        double factor = factor(column, row);
        if (column == 0 && row == 0) {
          constant = factor;
        } else {
          factors.add(factor);
          scale = Math.max(scale, Math.abs(factor));
        }
      }
    }
    double unit = scale;
    return new Frequencies(
        constant,
        scale,
        factors.stream().map(factor -> unit == 0 ? 0 : 0.5 + 0.5 / unit * factor).toList());
  }

  /** Computes a frequency by DCT-II, normalized so that the constant is the mean. */
  private double factor(int column, int row) {
    double[] horizontal = cosines(column, width);
    double[] vertical = cosines(row, height);
    double sum = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        sum += values[x + y * width] * horizontal[x] * vertical[y];
      }
    }
    return sum / (width * height);
  }

  private static double[] cosines(int frequency, int length) {
    double[] cosines = new double[length];
    for (int i = 0; i < length; i++) {
      cosines[i] = Math.cos(Math.PI / length * frequency * (i + 0.5));
    }
    return cosines;
  }
}
