package dev.darkroom.codec.icc;

/** A 3×3 matrix, row by row. */
record Matrix3(
    double a, double b, double c, double d, double e, double f, double g, double h, double i) {

  static Matrix3 diagonal(double a, double e, double i) {
    return new Matrix3(a, 0, 0, 0, e, 0, 0, 0, i);
  }

  /** Returns the matrix of three column vectors. */
  static Matrix3 columns(double[] first, double[] second, double[] third) {
    return new Matrix3(
        first[0], second[0], third[0], first[1], second[1], third[1], first[2], second[2],
        third[2]);
  }

  /** Returns the product, which applies the other matrix first. */
  Matrix3 times(Matrix3 other) {
    return columns(
        times(other.a, other.d, other.g),
        times(other.b, other.e, other.h),
        times(other.c, other.f, other.i));
  }

  double[] times(double x, double y, double z) {
    return new double[] {a * x + b * y + c * z, d * x + e * y + f * z, g * x + h * y + i * z};
  }

  double determinant() {
    return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
  }

  /** Inverts the matrix by Cramer's rule; its determinant must not be 0. */
  Matrix3 inverse() {
    double s = 1 / determinant();
    return new Matrix3(
        s * (e * i - f * h),
        s * (c * h - b * i),
        s * (b * f - c * e),
        s * (f * g - d * i),
        s * (a * i - c * g),
        s * (c * d - a * f),
        s * (d * h - e * g),
        s * (b * g - a * h),
        s * (a * e - b * d));
  }

  double[][] rows() {
    return new double[][] {{a, b, c}, {d, e, f}, {g, h, i}};
  }
}
