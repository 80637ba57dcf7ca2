package dev.darkroom.engine.foreign;

/**
 * @param quality 0 to 100; where lossless, how hard to try
 * @param method 0, fast, to 6, small
 * @param alphaQuality 0 to 100, which is lossless alpha
 * @param lossless whether colors are kept as they are, save those of transparent pixels
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

  /** Lossy, as {@code cwebp -q} and sharp do it: method 4, alpha kept exactly. */
  public static WebpOptions of(float quality) {
    return new WebpOptions(quality, 4, 100, false);
  }
}
