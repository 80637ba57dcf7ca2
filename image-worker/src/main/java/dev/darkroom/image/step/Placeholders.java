package dev.darkroom.image.step;

import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.codec.thumbhash.DominantColor;
import dev.darkroom.codec.thumbhash.ThumbHash;
import dev.darkroom.contract.Placeholder;
import dev.darkroom.image.resize.Resizing;
import java.util.Arrays;
import java.util.Base64;

/** What a page shows in a picture's place, from its smallest rendition. */
final class Placeholders {
  private static final int OPAQUE = 0xff000000;

  private Placeholders() {}

  /**
   * @param picture the smallest that shows all of it: a placeholder has its shape
   */
  static Placeholder of(Bitmap picture) {
    return new Placeholder(DominantColor.of(argb(picture)), thumbHash(picture));
  }

  private static String thumbHash(Bitmap picture) {
    double scale =
        Math.min(1, (double) ThumbHash.MAX_EDGE / Math.max(picture.width(), picture.height()));
    int width = Math.max(1, (int) (picture.width() * scale));
    int height = Math.max(1, (int) (picture.height() * scale));
    int[] argb = argb(Resizing.resize(picture, width, height));
    return Base64.getEncoder().encodeToString(ThumbHash.of(argb, width, height));
  }

  /** As integers whose alpha counts, which that of opaque pictures does not. */
  private static int[] argb(Bitmap picture) {
    return picture.opaque()
        ? Arrays.stream(picture.pixels()).map(pixel -> pixel | OPAQUE).toArray()
        : picture.pixels();
  }
}
