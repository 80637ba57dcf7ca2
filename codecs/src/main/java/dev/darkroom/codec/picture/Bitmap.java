package dev.darkroom.codec.picture;

/**
 * Pixels as {@code 0xAARRGGBB}, alpha not premultiplied, row by row without gaps.
 *
 * @param pixels width × height of them, shared, not copied
 * @param opaque whether all have full alpha; an opaque one's alpha bits may be anything
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of pixels that nobody compares
public record Bitmap(int[] pixels, int width, int height, boolean opaque) {
  public Bitmap {
    if (width < 1 || height < 1 || pixels.length != (long) width * height) {
      throw new IllegalArgumentException(
          width + "×" + height + " pixels in " + pixels.length + " integers");
    }
  }
}
