package dev.darkroom.image.decode;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.picture.Bitmap;
import java.awt.image.BufferedImage;
import java.io.IOException;

/**
 * JPEGs of gray or color by the JDK's reader, at full size and then averaged: for machines without
 * libjpeg-turbo.
 */
final class PlainJpegs implements Decoder {
  @Override
  public Pixels decode(Source source, DecodeWatch watch) throws Malformed, IOException {
    byte[] bare = BareJpeg.of(source.file());
    BufferedImage image = Readers.withJdk("jpeg", bare, watch, reader -> reader.read(0));
    Samples samples = Samples.of(image.getRaster(), source.header());
    return new Pixels(bitmap(samples, source), source.header().color().profile(), watch.damaged());
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
    // The file without its metadata is no more than the file.
    return header.pixels() * header.channels().count()
        + coefficients(header)
        + 4 * header.pixels() / ((long) reduction * reduction);
  }

  /** Progressive ones are held as coefficients of 16 bits until the last scan. */
  static long coefficients(Header header) {
    boolean progressive = header.jpeg() != null && header.jpeg().progressive();
    return progressive ? 2 * header.pixels() * header.channels().count() : 0;
  }
}
