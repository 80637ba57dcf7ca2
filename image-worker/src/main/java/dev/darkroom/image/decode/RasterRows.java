package dev.darkroom.image.decode;

import dev.darkroom.codec.picture.Bitmap;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Reads the rows of an AWT image as ARGB integers. Takes samples as they are, whatever color space
 * AWT assigns them.
 *
 * <p>Java's gray color space is linear light, which no file means by gray; AWT's own conversion
 * would brighten the picture.
 */
@FunctionalInterface
interface RasterRows {
  int OPAQUE = 0xff000000;

  /** Reads one row. */
  void read(int y, int[] row);

  static Bitmap bitmap(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    RasterRows rows = of(image);
    int[] pixels = new int[width * height];
    int[] row = new int[width];
    int alphas = OPAQUE;
    for (int y = 0; y < height; y++) {
      rows.read(y, row);
      for (int pixel : row) {
        alphas &= pixel;
      }
      System.arraycopy(row, 0, pixels, y * width, width);
    }
    return new Bitmap(pixels, width, height, alphas == OPAQUE);
  }

  private static RasterRows of(BufferedImage image) {
    ColorModel colors = image.getColorModel();
    int type = image.getRaster().getDataBuffer().getDataType();
    boolean whole = type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT;
    if (colors instanceof IndexColorModel palette) {
      return indices(image.getRaster(), palette);
    }
    if (!whole || !(image.getSampleModel() instanceof ComponentSampleModel)) {
      return (y, row) -> image.getRGB(0, y, row.length, 1, row, 0, row.length);
    }
    boolean gray = colors.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    RasterRows rows =
        type == DataBuffer.TYPE_BYTE && colors.getComponentSize(0) == 8
            ? bytes(image.getRaster(), gray, colors.hasAlpha())
            : samples(image.getRaster(), gray, colors.hasAlpha());
    return colors.hasAlpha() && colors.isAlphaPremultiplied() ? straight(rows) : rows;
  }

  private static RasterRows indices(Raster raster, IndexColorModel palette) {
    int[] argb = new int[palette.getMapSize()];
    palette.getRGBs(argb);
    return (y, row) -> {
      raster.getSamples(0, y, row.length, 1, 0, row);
      for (int x = 0; x < row.length; x++) {
        row[x] = row[x] < argb.length ? argb[row[x]] : OPAQUE;
      }
    };
  }

  /** Reads the most common layout without going through the sample model for every pixel. */
  private static RasterRows bytes(Raster raster, boolean gray, boolean hasAlpha) {
    var model = (ComponentSampleModel) raster.getSampleModel();
    var buffer = (DataBufferByte) raster.getDataBuffer();
    int[] offsets = model.getBandOffsets();
    int[] banks = model.getBankIndices();
    byte[] reds = buffer.getData(banks[0]);
    byte[] greens = gray ? reds : buffer.getData(banks[1]);
    byte[] blues = gray ? reds : buffer.getData(banks[2]);
    int last = offsets.length - 1;
    byte[] alphas = buffer.getData(banks[last]);
    int red = offsets[0];
    int green = gray ? red : offsets[1];
    int blue = gray ? red : offsets[2];
    int alpha = offsets[last];
    int step = model.getPixelStride();
    return (y, row) -> {
      int at = y * model.getScanlineStride();
      for (int x = 0; x < row.length; x++, at += step) {
        row[x] =
            (hasAlpha ? alphas[at + alpha] << 24 : OPAQUE)
                | (reds[at + red] & 0xff) << 16
                | (greens[at + green] & 0xff) << 8
                | (blues[at + blue] & 0xff);
      }
    };
  }

  private static RasterRows samples(Raster raster, boolean gray, boolean hasAlpha) {
    int bands = raster.getNumBands();
    int max = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
    int green = gray ? 0 : 1;
    int blue = gray ? 0 : 2;
    return (y, row) -> {
      int[] samples = raster.getPixels(0, y, row.length, 1, (int[]) null);
      for (int x = 0, i = 0; x < row.length; x++, i += bands) {
        row[x] =
            (hasAlpha ? level(samples[i + bands - 1], max) << 24 : OPAQUE)
                | level(samples[i], max) << 16
                | level(samples[i + green], max) << 8
                | level(samples[i + blue], max);
      }
    };
  }

  static int level(int sample, int max) {
    return (int) ((sample * 255L + max / 2) / max);
  }

  private static RasterRows straight(RasterRows premultiplied) {
    return (y, row) -> {
      premultiplied.read(y, row);
      Premultiplied.undo(row);
    };
  }
}
