package dev.darkroom.image.decode;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.stage.batch.Deadline;
import java.awt.image.BufferedImage;
import java.io.IOException;

/**
 * Decodes gray and color JPEGs with the JDK's reader, at full size, and averages the pixels: for
 * machines without libjpeg-turbo.
 */
final class JdkJpegs implements Decoder {
  @Override
  public Pixels decode(Source source, Deadline deadline) throws Malformed, IOException {
    byte[] bare = BareJpeg.of(source.file(), source.header().color().model());
    Readers.Result<BufferedImage> image =
        Readers.withJdk("jpeg", bare, deadline, reader -> reader.read(0));
    Samples samples = Samples.of(image.value().getRaster(), source.header());
    return new Pixels(bitmap(samples, source), source.header().color().profile(), image.damaged());
  }

  private static Bitmap bitmap(Samples samples, Source source) {
    int width = source.reducedWidth();
    int height = source.reducedHeight();
    boolean gray = samples.bands() == 1;
    int[] pixels = new int[width * height];
    byte[] row = new byte[width * samples.bands()];
    for (int y = 0, at = 0; y < height; y++) {
      samples.averages(y, source.reduction(), row);
      for (int i = 0; i < row.length; at++) {
        int red = row[i++] & 0xff;
        int green = gray ? red : row[i++] & 0xff;
        int blue = gray ? red : row[i++] & 0xff;
        pixels[at] = 0xff000000 | red << 16 | green << 8 | blue;
      }
    }
    return new Bitmap(pixels, width, height, true);
  }

  @Override
  public long memory(Header header, int reduction) {
    // The copy without metadata is no larger than the file, which the caller counts twice.
    return header.pixels() * header.channels().count()
        + coefficients(header)
        + 4 * header.pixels() / ((long) reduction * reduction);
  }

  /**
   * Returns the bytes of a progressive JPEG's coefficients, 16 bits each, which are held until the
   * last scan.
   */
  static long coefficients(Header header) {
    boolean progressive = header.jpeg() != null && header.jpeg().progressive();
    return progressive ? 2 * header.pixels() * header.channels().count() : 0;
  }
}
