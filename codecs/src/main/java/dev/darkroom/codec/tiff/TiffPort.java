package dev.darkroom.codec.tiff;

import dev.darkroom.codec.Malformed;
import java.io.IOException;

/** What decoding a TIFF needs from others: JPEG inside it, and the colors of printing inks. */
public interface TiffPort {
  /**
   * Decodes a JPEG without converting its colors.
   *
   * @param width most columns that it may have; likewise the height
   * @param samples samples per pixel that it must have
   * @throws Malformed if nothing of it can be shown, or it is larger; checked before memory is
   *     taken
   * @throws IOException if it is coded in a way that cannot be decoded, or time has run out
   */
  Block jpeg(byte[] file, int width, int height, int samples) throws Malformed, IOException;

  /**
   * Converts printing inks.
   *
   * @param cmyk four bytes per pixel, 255 is full coverage
   * @param rgb receives the colors, opaque
   * @param at index of the first color
   */
  void inks(byte[] cmyk, int[] rgb, int at);

  /**
   * A decoded JPEG.
   *
   * @param samples of 8 bits, pixel by pixel, row by row
   * @param damaged whether parts are missing
   */
  @SuppressWarnings("ArrayRecordComponent") // a carrier of bytes that nobody compares
  record Block(byte[] samples, int width, int height, boolean damaged) {}
}
