package dev.darkroom.image.step;

import dev.darkroom.codec.thumbhash.ThumbHash;
import dev.darkroom.contract.Placeholder;
import dev.darkroom.image.step.Resized.Sized;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import net.coobird.thumbnailator.Thumbnails;

/** What a page shows in a picture's place, from its smallest rendition. */
final class Placeholders {
  /** Bits of each channel by which colours are taken together. */
  private static final int BUCKET_BITS = 3;

  private Placeholders() {}

  static Placeholder of(List<Sized> pictures) throws IOException {
    BufferedImage smallest = smallest(pictures);
    return new Placeholder(dominantColor(smallest), thumbHash(smallest));
  }

  /** Of those that show the whole picture, if there are any: a placeholder has its shape. */
  private static BufferedImage smallest(List<Sized> pictures) {
    Comparator<Sized> cropped = Comparator.comparing(sized -> sized.spec().mode());
    return pictures.stream()
        .min(
            cropped.thenComparingInt(sized -> sized.image().getWidth() * sized.image().getHeight()))
        .orElseThrow()
        .image();
  }

  private static String thumbHash(BufferedImage image) throws IOException {
    double scale =
        Math.min(1, (double) ThumbHash.MAX_EDGE / Math.max(image.getWidth(), image.getHeight()));
    int width = Math.max(1, (int) (image.getWidth() * scale));
    int height = Math.max(1, (int) (image.getHeight() * scale));
    BufferedImage small =
        Thumbnails.of(image).forceSize(width, height).imageType(image.getType()).asBufferedImage();
    int[] pixels = small.getRGB(0, 0, width, height, null, 0, width);
    return Base64.getEncoder().encodeToString(ThumbHash.of(pixels, width, height));
  }

  /**
   * The mean of the colours in the fullest of 512 buckets: a colour that is there, where the mean
   * of all would be mud. What is more than half transparent does not count; {@code #ffffff} when
   * nothing else is there.
   */
  static String dominantColor(BufferedImage image) {
    int buckets = 1 << (3 * BUCKET_BITS);
    int[] counts = new int[buckets];
    long[] reds = new long[buckets];
    long[] greens = new long[buckets];
    long[] blues = new long[buckets];
    int fullest = 0;
    for (int pixel :
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())) {
      if (pixel >>> 24 < 128) {
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
