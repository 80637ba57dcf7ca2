package dev.darkroom.codec.tiff;

import java.io.IOException;
import java.io.InputStream;

/**
 * Spreads subsampled colors (section 21, "YCbCrSubSampling"): reads blocks of luminance samples,
 * each followed by its pair of color differences, and gives three samples for each pixel.
 */
final class SubsampledInput extends InputStream {
  private final InputStream in;
  private final int width;
  private final int stepX;
  private final int stepY;
  private final byte[] units;
  private final byte[] rows;
  private int at;

  /**
   * @param width pixels in a row that is given
   */
  SubsampledInput(InputStream in, int width, int stepX, int stepY) {
    this.in = in;
    this.width = width;
    this.stepX = stepX;
    this.stepY = stepY;
    int across = (width + stepX - 1) / stepX;
    this.units = new byte[Math.multiplyExact(across, stepX * stepY + 2)];
    this.rows = new byte[Math.multiplyExact(3 * stepY, width)];
    this.at = rows.length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (at == rows.length) {
      if (in.readNBytes(units, 0, units.length) < units.length) {
        return -1;
      }
      spread();
      at = 0;
    }
    int count = Math.min(length, rows.length - at);
    System.arraycopy(rows, at, target, from, count);
    at += count;
    return count;
  }

  private void spread() {
    int luminances = stepX * stepY;
    for (int y = 0, to = 0; y < stepY; y++) {
      for (int x = 0; x < width; x++) {
        int unit = x / stepX * (luminances + 2);
        rows[to++] = units[unit + y * stepX + x % stepX];
        rows[to++] = units[unit + luminances];
        rows[to++] = units[unit + luminances + 1];
      }
    }
  }
}
