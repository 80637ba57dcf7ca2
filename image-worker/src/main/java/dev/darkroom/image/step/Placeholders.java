package dev.darkroom.image.step;

import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.codec.thumbhash.ThumbHash;
import dev.darkroom.contract.Placeholder;
import dev.darkroom.image.resize.Resizing;
import java.util.Arrays;
import java.util.Base64;

/** What a page shows in a picture's place, from its smallest rendition. */
final class Placeholders {
  /** Bits of each channel by which colours are taken together. */
  private static final int BUCKET_BITS = 3;

  private static final int OPAQUE = 0xff000000;

  private Placeholders() {}

  /**
   * @param picture the smallest that shows all of it: a placeholder has its shape
   */
  static Placeholder of(Bitmap picture) {
    return new Placeholder(dominantColor(picture), thumbHash(picture));
  }

  private static String thumbHash(Bitmap picture) {
    double scale =
        Math.min(1, (double) ThumbHash.MAX_EDGE / Math.max(picture.width(), picture.height()));
    int width = Math.max(1, (int) (picture.width() * scale));
    int height = Math.max(1, (int) (picture.height() * scale));
    int[] argb = Resizing.resize(picture, width, height).pixels();
    if (picture.opaque()) {
      argb = Arrays.stream(argb).map(pixel -> pixel | OPAQUE).toArray();
    }
    return Base64.getEncoder().encodeToString(ThumbHash.of(argb, width, height));
  }

  /**
   * The mean of the colours in the fullest of 512 buckets: a colour that is there, where the mean
   * of all would be mud. What is more than half transparent does not count; {@code #ffffff} when
   * nothing else is there.
   */
  static String dominantColor(Bitmap picture) {
    int buckets = 1 << (3 * BUCKET_BITS);
    int[] counts = new int[buckets];
    long[] reds = new long[buckets];
    long[] greens = new long[buckets];
    long[] blues = new long[buckets];
    int fullest = 0;
    for (int pixel : picture.pixels()) {
      if (!picture.opaque() && pixel >>> 24 < 128) {
        continue;
      }
      int red = (pixel >> 16) & 0xff;
      int green = (pixel >> 8) & 0xff;
      int blue = pixel & 0xff;
      int drop = 8 - BUCKET_BITS;
      int bucket =
          (red >> drop) << (2 * BUCKET_BITS) | (green >> drop) << BUCKET_BITS | (blue >> drop);
      counts[bucket]++;
      reds[bucket] += red;
      greens[bucket] += green;
      blues[bucket] += blue;
      if (counts[bucket] > counts[fullest]) {
        fullest = bucket;
      }
    }
    int count = counts[fullest];
    return count == 0
        ? "#ffffff"
        : "#%02x%02x%02x"
            .formatted(reds[fullest] / count, greens[fullest] / count, blues[fullest] / count);
  }
}
