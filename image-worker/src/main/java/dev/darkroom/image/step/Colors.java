package dev.darkroom.image.step;

import dev.darkroom.codec.header.Profile;
import dev.darkroom.codec.icc.IccProfile;
import dev.darkroom.codec.icc.RgbColors;
import dev.darkroom.codec.icc.ToSrgb;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Interprets color profiles. */
final class Colors {
  private static final int P3 = 12;
  private static final int BT2020 = 9;

  private Colors() {}

  /** Returns a profile's name, or null if it has none. */
  static @Nullable String name(Profile profile) {
    return switch (profile) {
      case Profile.Icc icc -> {
        String name = IccProfile.parse(icc.bytes()).name();
        yield name.isEmpty() ? null : name;
      }
      case Profile.Srgb() -> "sRGB";
      case Profile.Cicp cicp when cicp.primaries() == P3 -> "Display P3";
      case Profile.Cicp cicp when cicp.primaries() == BT2020 -> "BT.2020";
      case Profile.Cicp _, Profile.Unspecified _, Profile.Oversized _, Profile.Calibrated _ -> null;
    };
  }

  /**
   * Returns the conversion to sRGB, empty where pixels are sRGB or taken for it.
   *
   * @param gray whether the pixels are gray: gray profiles do not apply to colors, nor the reverse
   */
  static Optional<ToSrgb> conversion(Profile profile, boolean gray) {
    return switch (profile) {
      case Profile.Icc icc -> conversion(icc.bytes(), gray);
      case Profile.Cicp cicp -> RgbColors.ofCodePoints(cicp.primaries(), cicp.transfer());
      case Profile.Calibrated calibrated ->
          RgbColors.calibrated(calibrated.gamma(), calibrated.chromaticities());
      case Profile.Srgb _, Profile.Unspecified _, Profile.Oversized _ -> Optional.empty();
    };
  }

  private static Optional<ToSrgb> conversion(byte[] profile, boolean gray) {
    return switch (IccProfile.parse(profile)) {
      case IccProfile.Matrix matrix -> Optional.of(matrix.conversion());
      case IccProfile.Gray curve when gray -> Optional.of(curve.conversion());
      case IccProfile.NeedsTable table -> TableToSrgb.of(profile, table.space(), gray);
      case IccProfile.Gray _, IccProfile.SameAsSrgb _, IccProfile.Damaged _ -> Optional.empty();
    };
  }
}
