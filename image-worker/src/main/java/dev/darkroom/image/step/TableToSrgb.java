package dev.darkroom.image.step;

import dev.darkroom.codec.icc.IccProfile;
import dev.darkroom.codec.icc.ToSrgb;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;

/** Converts colors by an ICC profile's tables, which the JDK's color management interpolates. */
final class TableToSrgb implements ToSrgb {
  /** Pixels per conversion. */
  private static final int STRIP = 1 << 16;

  private static final int COLORS = 3;

  private final ColorConvertOp conversion;
  private final int samples;

  private TableToSrgb(ICC_Profile profile) {
    ICC_Profile srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
    conversion = new ColorConvertOp(new ICC_Profile[] {profile, srgb}, null);
    samples = profile.getNumComponents();
  }

  /**
   * Returns the conversion, empty if the profile is damaged or not for these pixels, which are then
   * shown without it.
   */
  static Optional<ToSrgb> of(byte[] profile, IccProfile.Space space, boolean gray) {
    if (space != (gray ? IccProfile.Space.GRAY : IccProfile.Space.RGB)) {
      return Optional.empty();
    }
    try {
      var conversion = new TableToSrgb(ICC_Profile.getInstance(profile));
      // The JDK reads the tables on first use: a damaged one must fail here.
      conversion.convert(new int[1], 0, 1);
      return Optional.of(conversion);
    } catch (IllegalArgumentException | CMMException e) {
      return Optional.empty();
    }
  }

  @Override
  public void convert(int[] pixels, int from, int to) {
    for (int at = from; at < to; at += STRIP) {
      strip(pixels, at, Math.min(STRIP, to - at));
    }
  }

  private void strip(int[] pixels, int from, int count) {
    byte[] stored = new byte[count * samples];
    for (int i = from, at = 0; i < from + count; i++) {
      if (samples == COLORS) {
        stored[at++] = (byte) (pixels[i] >> 16);
        stored[at++] = (byte) (pixels[i] >> 8);
      }
      stored[at++] = (byte) pixels[i];
    }
    byte[] colors = new byte[count * COLORS];
    conversion.filter(raster(stored, count, samples), raster(colors, count, COLORS));
    for (int i = from, at = 0; i < from + count; i++) {
      pixels[i] =
          (pixels[i] & 0xff000000)
              | (colors[at++] & 0xff) << 16
              | (colors[at++] & 0xff) << 8
              | (colors[at++] & 0xff);
    }
  }

  private static WritableRaster raster(byte[] data, int width, int bands) {
    int[] offsets = bands == 1 ? new int[] {0} : new int[] {0, 1, 2};
    return Raster.createInterleavedRaster(
        new DataBufferByte(data, data.length), width, 1, data.length, bands, offsets, null);
  }
}
