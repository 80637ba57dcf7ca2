package dev.darkroom.image.encode;

import dev.darkroom.codec.picture.Bitmap;

/** Encodes pictures in one format. The same pixels give the same bytes. */
@FunctionalInterface
public interface Encoder {
  /**
   * Encodes a picture.
   *
   * @param quality 1 to 100
   */
  byte[] encode(Bitmap bitmap, int quality);
}
