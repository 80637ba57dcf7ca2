package dev.darkroom.image.golden;

import java.awt.image.BufferedImage;

/**
 * A picture as seen on gray paper, which hides the colors of transparent pixels.
 *
 * @param levels red, green and blue of each pixel, row by row, 0 to 255
 */
@SuppressWarnings("ArrayRecordComponent") // compared by Likeness alone
record Seen(double[][] levels, int width, int height) {
  /** Reads the upper rows of an image as sRGB samples, whatever its color model says. */
  static Seen of(BufferedImage image, int rows, int paper) {
    int width = image.getWidth();
    double[][] levels = new double[width * rows][];
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < width; x++) {
        levels[y * width + x] = over(argb(image, x, y), paper);
      }
    }
    return new Seen(levels, width, rows);
  }

  /** {@code getRGB} would convert gray as if it were linear light. */
  private static int argb(BufferedImage image, int x, int y) {
    if (image.getColorModel().getNumComponents() > 2 || image.getColorModel().getPixelSize() < 8) {
      return image.getRGB(x, y);
    }
    if (image.getType() == BufferedImage.TYPE_BYTE_INDEXED) {
      return image.getRGB(x, y);
    }
    int[] samples = image.getRaster().getPixel(x, y, (int[]) null);
    int alpha = samples.length == 2 ? samples[1] : 255;
    return alpha << 24 | samples[0] * 0x010101;
  }

  private static double[] over(int argb, int paper) {
    double alpha = (argb >>> 24) / 255.0;
    double[] rgb = new double[3];
    for (int i = 0; i < 3; i++) {
      rgb[i] = alpha * (argb >> (16 - 8 * i) & 0xff) + (1 - alpha) * paper;
    }
    return rgb;
  }

  double luma(int pixel) {
    double[] rgb = levels[pixel];
    return 0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2];
  }

  /** Shrinks the picture: each pixel is the mean of the area it covers. */
  Seen shrunkTo(int toWidth, int toHeight) {
    double[][] shrunk = new double[toWidth * toHeight][];
    double stepX = (double) width / toWidth;
    double stepY = (double) height / toHeight;
    for (int y = 0; y < toHeight; y++) {
      for (int x = 0; x < toWidth; x++) {
        shrunk[y * toWidth + x] = mean(x * stepX, y * stepY, stepX, stepY);
      }
    }
    return new Seen(shrunk, toWidth, toHeight);
  }

  private double[] mean(double left, double top, double across, double down) {
    double[] sum = new double[3];
    double area = 0;
    for (int y = (int) top; y < Math.min(height, top + down); y++) {
      double high = Math.min(y + 1, top + down) - Math.max(y, top);
      for (int x = (int) left; x < Math.min(width, left + across); x++) {
        double weight = high * (Math.min(x + 1, left + across) - Math.max(x, left));
        area += weight;
        for (int i = 0; i < 3; i++) {
          sum[i] += weight * levels[y * width + x][i];
        }
      }
    }
    for (int i = 0; i < 3; i++) {
      sum[i] /= area;
    }
    return sum;
  }
}
