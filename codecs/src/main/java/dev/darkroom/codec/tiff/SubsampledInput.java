package dev.darkroom.codec.tiff;

import java.io.IOException;
import java.io.InputStream;

/**
 * Spreads subsampled colors (section 21, "YCbCrSubSampling"): reads blocks of luminance samples,
 * each followed by its pair of color differences, and gives three samples for each pixel.
 */
final class SubsampledInput extends RowInput {
  private final InputStream in;
  private final int width;
  private final int stepX;
  private final int stepY;
  private final byte[] units;

  /**
   * @param width pixels in a row that is given
   */
  SubsampledInput(InputStream in, int width, int stepX, int stepY) {
    super(Math.multiplyExact(3 * stepY, width));
    this.in = in;
    this.width = width;
    this.stepX = stepX;
    this.stepY = stepY;
    int across = (width + stepX - 1) / stepX;
    this.units = new byte[Math.multiplyExact(across, stepX * stepY + 2)];
  }

  @Override
  boolean next() throws IOException {
    if (in.readNBytes(units, 0, units.length) < units.length) {
      return false;
    }
    spread();
    return true;
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
