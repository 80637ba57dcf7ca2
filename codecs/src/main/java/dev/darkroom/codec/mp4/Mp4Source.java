package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.io.IOException;

/** A file that is read range by range. */
public interface Mp4Source {
  /** Size of the whole file, in bytes. */
  long size();

  /**
   * Reads exactly these bytes.
   *
   * @throws Malformed if the range leaves the file
   * @throws IOException if reading fails and may succeed another time
   */
  ByteReader read(long from, int length) throws IOException, Malformed;

  /** Makes a source of a file in memory. */
  static Mp4Source of(byte[] file) {
    return new Mp4Source() {
      @Override
      public long size() {
        return file.length;
      }

      @Override
      public ByteReader read(long from, int length) throws Malformed {
        if (from < 0 || length < 0 || from > file.length - (long) length) {
          throw new Malformed(from, "points outside of the file");
        }
        return new ByteReader(file, (int) from, length, from);
      }
    };
  }
}
