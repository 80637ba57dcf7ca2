package dev.darkroom.stream.assemble;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Mp4Source;
import dev.darkroom.contract.stream.StreamPlan.Source;
import dev.darkroom.stage.stream.StreamInput.Range;
import dev.darkroom.stream.read.SourceReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * The file with the coded sound, read in large windows: it is small, and fragments lie all over it.
 */
final class StoredSound implements Mp4Source {
  private static final int WINDOW = 8 << 20;

  private final SourceReader reader;
  private final Source file;
  private byte[] window = new byte[0];
  private long start;

  StoredSound(SourceReader reader, Source file) {
    this.reader = reader;
    this.file = file;
  }

  @Override
  public long size() {
    return file.size();
  }

  @Override
  public ByteReader read(long from, int length) throws IOException, Malformed {
    if (from < 0 || length < 0 || from > file.size() - length) {
      throw new Malformed(from, "points outside of the file");
    }
    if (from < start || from + length > start + window.length) {
      int size = (int) Math.min(Math.max(WINDOW, length), file.size() - from);
      var bytes = new ByteArrayOutputStream(size);
      reader.copy(file, List.of(new Range(from, size)), bytes);
      window = bytes.toByteArray();
      start = from;
    }
    return new ByteReader(window, (int) (from - start), length, from);
  }
}
