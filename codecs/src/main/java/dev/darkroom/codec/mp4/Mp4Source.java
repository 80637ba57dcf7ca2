package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.io.IOException;

/** A file of which single ranges can be read. */
public interface Mp4Source {
  /** Of the whole file, in bytes. */
  long size();

  /**
   * Exactly these bytes.
   *
   * @throws Malformed if the range leaves the file
   * @throws IOException if reading fails and may succeed another time
   */
  ByteReader read(long from, int length) throws IOException, Malformed;
}
