package dev.darkroom.codec.icc;

import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Red, green and blue of some display.
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

  /** Empty where no pictures come from such a space: its primaries are absurd. */
  static Optional<MatrixToSrgb> conversion(
      @Nullable Primaries primaries, DoubleUnaryOperator curve) {
    Matrix3 matrix = primaries == null ? null : primaries.toD50();
    return matrix == null ? Optional.empty() : of(matrix, curve).conversion();
  }

  Optional<MatrixToSrgb> conversion() {
    return MatrixToSrgb.of(FROM_D50.times(toD50), this);
  }
}
