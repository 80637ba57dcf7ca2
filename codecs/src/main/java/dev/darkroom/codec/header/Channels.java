package dev.darkroom.codec.header;

/**
 * The samples of one pixel.
 *
 * @param count samples per decoded pixel: 1 gray, 2 gray and alpha, 3 color, 4 color and alpha, or
 *     CMYK
 * @param bits bits in a sample of the deepest channel; of a palette's entry, 8
 */
public record Channels(int count, int bits, Alpha alpha) {
  /** Returns channels without transparency. */
  public static Channels opaque(int count, int bits) {
    return new Channels(count, bits, Alpha.NONE);
  }

  /** Returns three color channels of 8 bits, and one of straight alpha if there is alpha. */
  public static Channels rgb(boolean alpha) {
    return alpha ? new Channels(4, 8, Alpha.STRAIGHT) : opaque(3, 8);
  }
}
