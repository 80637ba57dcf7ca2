package dev.darkroom.image.step;

import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.codec.picture.LanczosResizer;
import dev.darkroom.codec.thumbhash.DominantColor;
import dev.darkroom.codec.thumbhash.ThumbHash;
import dev.darkroom.contract.Placeholder;
import java.util.Arrays;
import java.util.Base64;

/** Computes what a page shows until a picture is loaded, from its smallest rendition. */
final class Placeholders {
  private static final int OPAQUE = 0xff000000;

  private Placeholders() {}

  /**
   * Computes the dominant color and the ThumbHash.
   *
   * @param picture the smallest picture that shows all of the original, whose shape the ThumbHash
   *     has
   */
  static Placeholder of(Bitmap picture) {
    return new Placeholder(DominantColor.of(argb(picture)), thumbHash(picture));
  }

  private static String thumbHash(Bitmap picture) {
    double scale =
        Math.min(1, (double) ThumbHash.MAX_EDGE / Math.max(picture.width(), picture.height()));
    int width = Math.max(1, (int) (picture.width() * scale));
    int height = Math.max(1, (int) (picture.height() * scale));
    int[] argb = argb(LanczosResizer.resize(picture, width, height));
    return Base64.getEncoder().encodeToString(ThumbHash.of(argb, width, height));
  }

  /** Returns the pixels with their alpha set, which opaque pictures may leave undefined. */
  private static int[] argb(Bitmap picture) {
    return picture.opaque()
        ? Arrays.stream(picture.pixels()).map(pixel -> pixel | OPAQUE).toArray()
        : picture.pixels();
  }
}
