package dev.darkroom.image.decode;

import static java.util.Objects.requireNonNull;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.header.Color;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.header.Profile;
import dev.darkroom.codec.picture.Bitmap;
import java.awt.image.Raster;
import java.io.IOException;

/** JPEGs of four inks, by the JDK's reader: averaged as inks, and then made colors of. */
final class InkJpegs implements Decoder {
  private static final int INKS = 4;

  @Override
  public Pixels decode(Source source, DecodeWatch watch) throws Malformed, IOException {
    byte[] bare = BareJpeg.of(source.file());
    Raster raster = Readers.withJdk("jpeg", bare, watch, reader -> reader.readRaster(0, null));
    if (watch.passed()) {
      throw new IOException("no time is left to convert colors");
    }
    Header header = source.header();
    Samples samples = Samples.of(raster, header);
    if (samples.bands() != INKS) {
      throw new IOException("not four inks but " + samples.bands());
    }
    boolean inverted = requireNonNull(header.jpeg()).invertedInk();
    boolean ycck = header.color().model() == Color.Model.YCCK;
    Inks inks = Inks.of(header.color().profile());
    int width = source.reducedWidth();
    int height = source.reducedHeight();
    int[] pixels = new int[width * height];
    byte[] row = new byte[width * INKS];
    for (int y = 0; y < height; y++) {
      samples.averages(y, source.reduction(), row);
      if (ycck) {
        toCmyk(row);
      }
      if (inverted) {
        invert(row);
      }
      inks.toRgb(row, pixels, y * width);
    }
    // What the profile said is done.
    return new Pixels(new Bitmap(pixels, width, height, true), new Profile.Srgb(), watch.damaged());
  }

  /** Adobe Technical Note 5116, and JFIF's equations: of the inks' complements as red and so on. */
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
        + PlainJpegs.coefficients(header)
        + 4 * header.pixels() / ((long) reduction * reduction);
  }
}
