package dev.darkroom.image.decode;

import dev.darkroom.codec.header.Header;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.IOException;

/** Bytes as a reader left them, a byte a sample, in the order that the bands have. */
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

  /** The limits were checked on the header's figures: a raster must go by no other. */
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
   * One row of a picture whose sides are divided, rounded up: each sample the mean of a square.
   *
   * @param out a row of them, interleaved
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
