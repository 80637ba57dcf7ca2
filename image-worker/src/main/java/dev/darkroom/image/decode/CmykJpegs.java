package dev.darkroom.image.decode;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.header.Color;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.header.Profile;
import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.stage.batch.Deadline;
import java.awt.image.Raster;
import java.io.IOException;

/**
 * Decodes CMYK JPEGs with the JDK's reader: averages the inks, then converts them to colors.
 *
 * <p>Samples are 255 minus the ink, with or without Adobe's marker: Adobe's programs write so, and
 * browsers and libvips read every file so.
 */
final class CmykJpegs implements Decoder {
  private static final int INKS = 4;

  @Override
  public Pixels decode(Source source, Deadline deadline) throws Malformed, IOException {
    byte[] bare = BareJpeg.of(source.file(), source.header().color().model());
    Readers.Result<Raster> raster =
        Readers.withJdk("jpeg", bare, deadline, reader -> reader.readRaster(0, null));

    Header header = source.header();
    Samples samples = Samples.of(raster.value(), header);
    if (samples.bands() != INKS) {
      throw new IOException("not four inks but " + samples.bands());
    }
    boolean ycck = header.color().model() == Color.Model.YCCK;
    Inks inks = Inks.of(header.color().profile());
    int width = source.reducedWidth();
    int height = source.reducedHeight();
    int[] pixels = new int[width * height];
    byte[] row = new byte[width * INKS];
    for (int y = 0; y < height; y++) {
      if (deadline.passed()) {
        throw new IOException("no time is left to convert colors");
      }
      samples.averages(y, source.reduction(), row);
      if (ycck) {
        toCmyk(row);
      }
      invert(row);
      inks.toRgb(row, pixels, y * width);
    }
    // The profile has been applied.
    return new Pixels(
        new Bitmap(pixels, width, height, true), new Profile.Srgb(), raster.damaged());
  }

  /**
   * Converts YCCK to CMYK (Adobe Technical Note 5116): JFIF's equations give red, green and blue,
   * whose complements are the inks.
   */
  private static void toCmyk(byte[] row) {
    for (int i = 0; i < row.length; i += INKS) {
      int y = row[i] & 0xff;
      int cb = (row[i + 1] & 0xff) - 128;
      int cr = (row[i + 2] & 0xff) - 128;
      row[i] = complement(y + 1.402 * cr);
      row[i + 1] = complement(y - 0.344136 * cb - 0.714136 * cr);
      row[i + 2] = complement(y + 1.772 * cb);
    }
  }

  private static byte complement(double color) {
    return (byte) (255 - Math.clamp(Math.round(color), 0, 255));
  }

  private static void invert(byte[] row) {
    for (int i = 0; i < row.length; i++) {
      row[i] = (byte) ~row[i];
    }
  }

  @Override
  public long memory(Header header, int reduction) {
    return header.pixels() * INKS
        + JdkJpegs.coefficients(header)
        + 4 * header.pixels() / ((long) reduction * reduction);
  }
}
