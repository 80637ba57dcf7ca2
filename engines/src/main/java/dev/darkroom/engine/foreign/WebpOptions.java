package dev.darkroom.engine.foreign;

/**
 * Settings of the WebP encoder.
 *
 * @param quality 0 to 100; for lossless pictures the effort
 * @param method 0 (fast) to 6 (small)
 * @param alphaQuality 0 to 100 (lossless alpha)
 * @param lossless whether colors are kept exactly, except those of transparent pixels
 */
public record WebpOptions(float quality, int method, int alphaQuality, boolean lossless) {
  public WebpOptions {
    if (!(quality >= 0 && quality <= 100)
        || method < 0
        || method > 6
        || alphaQuality < 0
        || alphaQuality > 100) {
      throw new IllegalArgumentException(
          "quality " + quality + ", method " + method + ", alpha quality " + alphaQuality);
    }
  }

  /** Returns lossy settings as {@code cwebp -q} and sharp use them: method 4, lossless alpha. */
  public static WebpOptions of(float quality) {
    return new WebpOptions(quality, 4, 100, false);
  }
}
