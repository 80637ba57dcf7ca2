package dev.darkroom.image.decode;

import dev.darkroom.codec.header.Header;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.IOException;

/** The samples of a decoded raster, one byte each, in the order of its bands. */
final class Samples {
  private final byte[] data;
  private final int[] offsets;
  private final int pixelStride;
  private final int lineStride;
  private final int width;
  private final int height;

  private Samples(
      byte[] data, int[] offsets, int pixelStride, int lineStride, int width, int height) {
    this.data = data;
    this.offsets = offsets;
    this.pixelStride = pixelStride;
    this.lineStride = lineStride;
    this.width = width;
    this.height = height;
  }

  /** Wraps a raster, and checks that its size is the one checked against the limits. */
  static Samples of(Raster raster, Header header) throws IOException {
    if (raster.getWidth() != header.width() || raster.getHeight() != header.height()) {
      throw new IOException("decoder and header disagree");
    }
    if (raster.getDataBuffer() instanceof DataBufferByte buffer
        && raster.getSampleModel() instanceof ComponentSampleModel model) {
      return new Samples(
          buffer.getData(),
          model.getBandOffsets(),
          model.getPixelStride(),
          model.getScanlineStride(),
          raster.getWidth(),
          raster.getHeight());
    }
    throw new IOException("unexpected layout " + raster);
  }

  int bands() {
    return offsets.length;
  }

  /**
   * Computes one row of the picture reduced by a factor, its sides rounded up: each sample is the
   * mean of a square.
   *
   * @param out receives the row, interleaved
   */
  void averages(int row, int reduction, byte[] out) {
    int top = row * reduction;
    int rows = Math.min(reduction, height - top);
    int at = 0;
    for (int left = 0; left < width; left += reduction) {
      int columns = Math.min(reduction, width - left);
      int count = rows * columns;
      for (int offset : offsets) {
        int sum = count / 2;
        for (int y = top; y < top + rows; y++) {
          int from = y * lineStride + left * pixelStride + offset;
          for (int x = 0; x < columns; x++, from += pixelStride) {
            sum += data[from] & 0xff;
          }
        }
        out[at++] = (byte) (sum / count);
      }
    }
  }
}
