package dev.darkroom.image.resize;

import dev.darkroom.codec.picture.Bitmap;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** Wraps bitmaps as AWT images and back, without copying pixels. */
public final class Images {
  private static final int RED = 0xff0000;
  private static final int GREEN = 0xff00;
  private static final int BLUE = 0xff;
  private static final int ALPHA = 0xff000000;

  private Images() {}

  /**
   * Wraps a bitmap.
   *
   * @return an image of {@code TYPE_INT_RGB} if every pixel is opaque, else {@code TYPE_INT_ARGB}
   */
  public static BufferedImage of(Bitmap bitmap) {
    int[] masks =
        bitmap.opaque() ? new int[] {RED, GREEN, BLUE} : new int[] {RED, GREEN, BLUE, ALPHA};
    WritableRaster raster =
        Raster.createPackedRaster(
            new DataBufferInt(bitmap.pixels(), bitmap.pixels().length),
            bitmap.width(),
            bitmap.height(),
            bitmap.width(),
            masks,
            null);
    ColorModel colors =
        bitmap.opaque() ? new DirectColorModel(24, RED, GREEN, BLUE) : ColorModel.getRGBdefault();
    return new BufferedImage(colors, raster, false, null);
  }

  /**
   * Wraps an image.
   *
   * @param image an image of one of these two types that is not part of another one
   */
  public static Bitmap bitmap(BufferedImage image) {
    return new Bitmap(
        pixels(image), image.getWidth(), image.getHeight(), !image.getColorModel().hasAlpha());
  }

  /** Returns the image's own integers; those of the whole image if it is part of one. */
  static int[] pixels(BufferedImage image) {
    return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }
}
