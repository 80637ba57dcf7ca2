package dev.darkroom.image.decode;

/** Converts premultiplied alpha to straight alpha (TIFF 6.0, section 18, associated alpha). */
final class Premultiplied {
  private Premultiplied() {}

  /** Divides each pixel's colors by its alpha. Transparent pixels become zero. */
  static void undo(int[] pixels) {
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = straight(pixels[i]);
    }
  }

  private static int straight(int pixel) {
    int alpha = pixel >>> 24;
    if (alpha == 0 || alpha == 255) {
      return alpha == 0 ? 0 : pixel;
    }
    int red = Math.min(255, ((pixel >> 16 & 0xff) * 255 + alpha / 2) / alpha);
    int green = Math.min(255, ((pixel >> 8 & 0xff) * 255 + alpha / 2) / alpha);
    int blue = Math.min(255, ((pixel & 0xff) * 255 + alpha / 2) / alpha);
    return alpha << 24 | red << 16 | green << 8 | blue;
  }
}
