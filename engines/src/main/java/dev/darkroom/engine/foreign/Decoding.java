package dev.darkroom.engine.foreign;

import dev.darkroom.codec.picture.Bitmap;

/** The result of decoding a file. */
public sealed interface Decoding {

  /**
   * A decoded picture.
   *
   * @param damaged whether the decoder filled in parts because the data ended too soon or broke the
   *     format; a missing end mark alone is no damage
   */
  record Picture(Bitmap bitmap, boolean damaged) implements Decoding {}

  /**
   * The file may be valid, but needs another decoder.
   *
   * @param what the feature that is not supported, in words
   */
  record Unsupported(String what) implements Decoding {}

  /**
   * The file is damaged beyond use.
   *
   * @param reason why, in words
   */
  record Broken(String reason) implements Decoding {}
}
