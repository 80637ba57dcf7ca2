package dev.darkroom.image.decode;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** Converts inks by the tables of an ICC profile, which the JDK's color management interpolates. */
final class ProfiledInks implements Inks {
  private static final int INKS = 4;
  private static final int COLORS = 3;

  private final ColorConvertOp conversion;

  /**
   * Creates a conversion.
   *
   * @param profile a CMYK profile
   */
  ProfiledInks(ICC_Profile profile) {
    ICC_Profile srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
    conversion = new ColorConvertOp(new ICC_Profile[] {profile, srgb}, null);
  }

  @Override
  public void toRgb(byte[] cmyk, int[] rgb, int at) {
    int width = cmyk.length / INKS;
    WritableRaster inks =
        Raster.createInterleavedRaster(
            new DataBufferByte(cmyk, cmyk.length),
            width,
            1,
            cmyk.length,
            INKS,
            new int[] {0, 1, 2, 3},
            null);
    byte[] colors = new byte[width * COLORS];
    WritableRaster converted =
        Raster.createInterleavedRaster(
            new DataBufferByte(colors, colors.length),
            width,
            1,
            colors.length,
            COLORS,
            new int[] {0, 1, 2},
            null);
    conversion.filter(inks, converted);
    for (int x = 0, i = 0; x < width; x++) {
      rgb[at + x] =
          0xff000000
              | (colors[i++] & 0xff) << 16
              | (colors[i++] & 0xff) << 8
              | (colors[i++] & 0xff);
    }
  }
}
