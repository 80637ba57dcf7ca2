package dev.darkroom.codec.icc;

import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An RGB color space.
 *
 * @param toD50 from linear light to XYZ relative to D50
 * @param red from coded samples to linear light, both 0 to 1
 */
record RgbSpace(
    Matrix3 toD50, DoubleUnaryOperator red, DoubleUnaryOperator green, DoubleUnaryOperator blue) {

  private static final Matrix3 FROM_D50 =
      Objects.requireNonNull(Primaries.BT_709.toD50()).inverse();

  static RgbSpace of(Matrix3 toD50, DoubleUnaryOperator curve) {
    return new RgbSpace(toD50, curve, curve, curve);
  }

  /** Makes the conversion to sRGB; empty if the primaries are absurd. */
  static Optional<MatrixToSrgb> conversion(
      @Nullable Primaries primaries, DoubleUnaryOperator curve) {
    Matrix3 matrix = primaries == null ? null : primaries.toD50();
    return matrix == null ? Optional.empty() : of(matrix, curve).conversion();
  }

  Optional<MatrixToSrgb> conversion() {
    return MatrixToSrgb.of(FROM_D50.times(toD50), this);
  }
}
