package dev.darkroom.codec.png;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.png.PngChunks.Chunk;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Inflates lines of samples and undoes their filters (sections 9 and 10). */
final class LineReader implements AutoCloseable {
  private final byte[] file;
  private final PngChunks chunks;
  private final Inflater inflater = new Inflater();
  private final int pixel;
  private @Nullable Chunk data;

  // A pixel of zeros comes before each line, as the left neighbor of its first pixel.
  private byte[] line = {};
  private byte[] above = {};

  /**
   * @param chunks the walk, after the first IDAT chunk
   * @param first this chunk, if there is one
   * @param pixel bytes of a pixel
   */
  LineReader(byte[] file, PngChunks chunks, @Nullable Chunk first, int pixel) {
    this.file = file;
    this.chunks = chunks;
    this.data = first;
    this.pixel = pixel;
  }

  /** Begins a picture or a pass of one: its first line is predicted from zeros. */
  void start(int lineBytes) {
    line = new byte[pixel + lineBytes];
    above = new byte[pixel + lineBytes];
  }

  /** Index of a line's first sample in its array. */
  int origin() {
    return pixel;
  }

  /**
   * Reads the next line. Its array is overwritten by the line after the next.
   *
   * @return an empty array if the line is missing or damaged
   */
  byte[] next() throws Malformed {
    byte[] free = above;
    above = line;
    line = free;
    byte[] type = new byte[1];
    if (!fill(type, 0) || !fill(line, pixel) || type[0] < 0 || type[0] > 4) {
      return new byte[0];
    }
    unfilter(type[0]);
    return line;
  }

  private boolean fill(byte[] target, int from) throws Malformed {
    int at = from;
    long before = inflater.getBytesWritten();
    try {
      while (at < target.length) {
        int count = inflater.inflate(target, at, target.length - at);
        at += count;
        if (count == 0) {
          if (!inflater.needsInput() || data == null) {
            return false;
          }
          inflater.setInput(file, (int) data.at(), data.available(file));
          data = nextData();
        }
      }
      return true;
    } catch (DataFormatException e) {
      // A wrong checksum is met after the last bytes, which are there.
      return inflater.getBytesWritten() - before == target.length - from;
    }
  }

  private @Nullable Chunk nextData() throws Malformed {
    Chunk chunk = chunks.next();
    while (chunk != null && !chunk.type().equals("IDAT")) {
      chunk = chunks.next();
    }
    return chunk;
  }

  /** Section 9.2. */
  private void unfilter(int type) {
    switch (type) {
      case 1 -> {
        for (int i = pixel; i < line.length; i++) {
          line[i] += line[i - pixel];
        }
      }
      case 2 -> {
        for (int i = pixel; i < line.length; i++) {
          line[i] += above[i];
        }
      }
      case 3 -> {
        for (int i = pixel; i < line.length; i++) {
          line[i] += (byte) (((line[i - pixel] & 0xff) + (above[i] & 0xff)) / 2);
        }
      }
      case 4 -> {
        for (int i = pixel; i < line.length; i++) {
          int left = line[i - pixel] & 0xff;
          line[i] += (byte) paeth(left, above[i] & 0xff, above[i - pixel] & 0xff);
        }
      }
      default -> {}
    }
  }

  /** Section 9.4. */
  private static int paeth(int left, int up, int upLeft) {
    int byLeft = Math.abs(up - upLeft);
    int byUp = Math.abs(left - upLeft);
    int byUpLeft = Math.abs(left + up - 2 * upLeft);
    if (byLeft <= byUp && byLeft <= byUpLeft) {
      return left;
    }
    return byUp <= byUpLeft ? up : upLeft;
  }

  @Override
  public void close() {
    inflater.end();
  }
}
