package dev.darkroom.image.decode;

import dev.darkroom.codec.picture.Bitmap;
import java.awt.image.Raster;
import java.io.IOException;

/** Converts rasters of CMYK, with or without alpha, of 8 or 16 bits per sample. */
final class InkRows {
  private static final int INKS = 4;
  private static final int OPAQUE = 0xff000000;

  private InkRows() {}

  static Bitmap bitmap(Raster raster, Inks inks) throws IOException {
    int bands = raster.getNumBands();
    if (bands < INKS) {
      throw new IOException("not four inks but " + bands);
    }
    int width = raster.getWidth();
    int height = raster.getHeight();
    int max = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
    int[] pixels = new int[width * height];
    int[] samples = new int[width * bands];
    byte[] row = new byte[width * INKS];
    int alphas = OPAQUE;
    for (int y = 0; y < height; y++) {
      raster.getPixels(0, y, width, 1, samples);
      for (int i = 0; i < row.length; i++) {
        row[i] = (byte) RasterRows.level(samples[i / INKS * bands + i % INKS], max);
      }
      inks.toRgb(row, pixels, y * width);
      for (int x = 0; bands > INKS && x < width; x++) {
        int alpha = RasterRows.level(samples[x * bands + INKS], max) << 24;
        alphas &= alpha;
        pixels[y * width + x] = (pixels[y * width + x] & ~OPAQUE) | alpha;
      }
    }
    return new Bitmap(pixels, width, height, alphas == OPAQUE);
  }
}
