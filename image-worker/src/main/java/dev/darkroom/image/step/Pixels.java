package dev.darkroom.image.step;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;

/** Brings what decoders give into one layout: sRGB integers, with alpha only where it shows. */
final class Pixels {
  private static final int OPAQUE = 0xff000000;
  private static final int[] RGB_MASKS = {0xff0000, 0xff00, 0xff};

  private Pixels() {}

  /**
   * @return {@code TYPE_INT_RGB} if every pixel is opaque, else {@code TYPE_INT_ARGB}
   */
  static BufferedImage normalize(BufferedImage decoded) {
    BufferedImage from = inSrgb(decoded);
    int width = from.getWidth();
    int height = from.getHeight();
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    int[] pixels = of(image);
    Rows rows = rows(from);
    int[] row = new int[width];
    int alphas = OPAQUE;
    for (int y = 0; y < height; y++) {
      rows.read(y, row);
      for (int pixel : row) {
        alphas &= pixel;
      }
      System.arraycopy(row, 0, pixels, y * width, width);
    }
    return (alphas & OPAQUE) == OPAQUE ? opaque(image) : image;
  }

  /** The image's own pixels, not a copy. */
  static int[] of(BufferedImage image) {
    return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }

  /** The same pixels, read as having no alpha. */
  private static BufferedImage opaque(BufferedImage image) {
    var raster =
        Raster.createPackedRaster(
            image.getRaster().getDataBuffer(),
            image.getWidth(),
            image.getHeight(),
            image.getWidth(),
            RGB_MASKS,
            null);
    var colors = new DirectColorModel(24, RGB_MASKS[0], RGB_MASKS[1], RGB_MASKS[2]);
    return new BufferedImage(colors, raster, false, null);
  }

  private static BufferedImage inSrgb(BufferedImage decoded) {
    ColorModel colors = decoded.getColorModel();
    if (isGray(colors) || !(colors.getColorSpace() instanceof ICC_ColorSpace space)) {
      return decoded;
    }
    if (space.isCS_sRGB()) {
      return decoded;
    }
    var srgb =
        new BufferedImage(
            decoded.getWidth(),
            decoded.getHeight(),
            colors.hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    return new ColorConvertOp(null).filter(decoded, srgb);
  }

  private static boolean isGray(ColorModel colors) {
    return colors.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
  }

  /** A way to read a picture row by row as ARGB. */
  @FunctionalInterface
  private interface Rows {
    void read(int y, int[] row);
  }

  private static Rows rows(BufferedImage from) {
    ColorModel colors = from.getColorModel();
    boolean bytes =
        from.getRaster().getDataBuffer() instanceof DataBufferByte
            && from.getSampleModel() instanceof ComponentSampleModel
            && colors.getComponentSize(0) == 8
            && !colors.isAlphaPremultiplied()
            && (isGray(colors) || colors.getNumColorComponents() == 3);
    if (bytes) {
      return byteRows(from);
    }
    if (isGray(colors)) {
      return grayRows(from);
    }
    return (y, row) -> from.getRGB(0, y, row.length, 1, row, 0, row.length);
  }

  /** What most decoders give, read without going through the colour model for every pixel. */
  private static Rows byteRows(BufferedImage from) {
    var model = (ComponentSampleModel) from.getSampleModel();
    byte[] data = ((DataBufferByte) from.getRaster().getDataBuffer()).getData();
    int[] offsets = model.getBandOffsets();
    boolean gray = isGray(from.getColorModel());
    int red = offsets[0];
    int green = gray ? red : offsets[1];
    int blue = gray ? red : offsets[2];
    boolean hasAlpha = from.getColorModel().hasAlpha();
    int alpha = hasAlpha ? offsets[offsets.length - 1] : red;
    int step = model.getPixelStride();
    return (y, row) -> {
      int at = y * model.getScanlineStride();
      for (int x = 0; x < row.length; x++, at += step) {
        row[x] =
            (hasAlpha ? data[at + alpha] << 24 : OPAQUE)
                | (data[at + red] & 0xff) << 16
                | (data[at + green] & 0xff) << 8
                | (data[at + blue] & 0xff);
      }
    };
  }

  /**
   * Gray of any depth as it is: Java's gray colour space is linear light, which no picture file
   * means by gray, and its conversion would brighten.
   */
  private static Rows grayRows(BufferedImage from) {
    Raster raster = from.getRaster();
    int bands = raster.getNumBands();
    int max = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
    return (y, row) -> {
      int[] samples = raster.getPixels(0, y, row.length, 1, (int[]) null);
      for (int x = 0; x < row.length; x++) {
        int level = (samples[x * bands] * 255 + max / 2) / max;
        int alpha = bands > 1 ? (samples[x * bands + 1] * 255 + max / 2) / max : 255;
        row[x] = alpha << 24 | level << 16 | level << 8 | level;
      }
    };
  }
}
