package dev.darkroom.image.decode;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.header.Color.Model;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.header.Profile;
import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.engine.foreign.NativeJpeg;
import dev.darkroom.stage.batch.Deadline;
import java.io.IOException;

/**
 * Decodes arithmetic-coded CMYK JPEGs with libjpeg-turbo, because the JDK's reader cannot.
 *
 * <p>The library gives each color multiplied by the key. So the file is decoded twice, with the key
 * flat and with the colors flat, and each is divided by the flat one's level: inks have half the
 * usual number of levels.
 */
final class ArithmeticInks implements Decoder {
  private static final int INKS = 4;
  private static final int KEY = 3;
  private static final int MIDDLE = 128;

  @Override
  public Pixels decode(Source source, Deadline deadline) throws Malformed, IOException {
    Header header = source.header();
    Model model = header.color().model();
    byte[] bare = BareJpeg.of(source.file(), model);
    Pixels colors = half(FlatJpeg.of(bare, KEY, INKS), source);
    Pixels key = half(FlatJpeg.of(bare, 0, KEY), source);

    int width = source.reducedWidth();
    int[] pixels = colors.bitmap().pixels();
    int[] keys = key.bitmap().pixels();
    Inks inks = Inks.of(header.color().profile());
    // In YCCK, flat colors are gray, whose complement is stored.
    int flatColor = model == Model.YCCK ? MIDDLE - 1 : MIDDLE;
    byte[] row = new byte[width * INKS];
    for (int at = 0; at < pixels.length; at += width) {
      if (deadline.passed()) {
        throw new IOException("no time is left to convert colors");
      }
      for (int x = 0, i = 0; x < width; x++) {
        int color = pixels[at + x];
        row[i++] = ink(color >> 16 & 0xff, MIDDLE);
        row[i++] = ink(color >> 8 & 0xff, MIDDLE);
        row[i++] = ink(color & 0xff, MIDDLE);
        row[i++] = ink(keys[at + x] & 0xff, flatColor);
      }
      inks.toRgb(row, pixels, at);
    }
    return new Pixels(
        new Bitmap(pixels, width, source.reducedHeight(), true),
        new Profile.Srgb(),
        colors.damaged() || key.damaged());
  }

  private static Pixels half(byte[] file, Source source) throws Malformed, IOException {
    Header header = source.header();
    return Decodings.pixels(
        NativeJpeg.decode(file, source.reduction(), header.width(), header.height()), header);
  }

  /**
   * Returns the ink of a stored sample, which is 255 minus the ink, from its product with the flat
   * sample: of 255 products the library keeps the whole part, so that the middle is half more.
   */
  private static byte ink(int product, int flat) {
    return (byte) (255 - Math.min(255, (2 * product + 1) * 255 / (2 * flat)));
  }

  @Override
  public long memory(Header header, int reduction) {
    long reduced = header.pixels() / ((long) reduction * reduction);
    // Two pictures in Java and one in C, and two copies of the file with no more bytes than
    // samples.
    return 3 * 4 * reduced + 2 * INKS * header.pixels() + JdkJpegs.coefficients(header);
  }
}
