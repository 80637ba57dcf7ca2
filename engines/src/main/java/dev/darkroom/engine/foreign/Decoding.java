package dev.darkroom.engine.foreign;

import dev.darkroom.codec.picture.Bitmap;

/** What became of a file that was to be decoded. */
public sealed interface Decoding {

  /**
   * @param damaged whether parts of the picture were made up, since the file's data ended too soon
   *     or broke its format; a missing end mark alone is no damage
   */
  record Picture(Bitmap bitmap, boolean damaged) implements Decoding {}

  /**
   * The file may be right, but another decoder has to read it.
   *
   * @param what it has that is not known here, in words
   */
  record Unsupported(String what) implements Decoding {}

  /**
   * No decoder will make a picture of it.
   *
   * @param reason in words
   */
  record Broken(String reason) implements Decoding {}
}
