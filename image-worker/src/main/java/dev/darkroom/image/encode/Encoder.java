package dev.darkroom.image.encode;

import dev.darkroom.codec.picture.Bitmap;

/** One way from pixels to a file. The same pixels give the same bytes. */
@FunctionalInterface
public interface Encoder {
  /**
   * @param quality 1 to 100
   */
  byte[] encode(Bitmap bitmap, int quality);
}
