package dev.darkroom.codec.png;

import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflated and unfiltered lines (sections 9 and 10). */
final class LineReader implements AutoCloseable {
  private final byte[] file;
  private final List<PngChunks.Piece> pieces;
  private final Inflater inflater = new Inflater();
  private final int pixel;
  private int nextPiece;

  private byte[] line = {};
  private byte[] above = {};

  /**
   * @param pixel bytes of one
   */
  LineReader(byte[] file, List<PngChunks.Piece> pieces, int pixel) {
    this.file = file;
    this.pieces = pieces;
    this.pixel = pixel;
  }

  /** To be called before each picture or pass: nothing is above its first line. */
  void start(int lineBytes) {
    line = new byte[pixel + lineBytes];
    above = new byte[pixel + lineBytes];
  }

  /** Where a line's samples begin within its array. */
  int origin() {
    return pixel;
  }

  /**
   * The next line, valid until the one after the next.
   *
   * @return empty if it is not there, or damaged
   */
  byte[] next() {
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

  private boolean fill(byte[] target, int from) {
    int at = from;
    try {
      while (at < target.length) {
        int count = inflater.inflate(target, at, target.length - at);
        at += count;
        if (count == 0) {
          if (!inflater.needsInput() || nextPiece == pieces.size()) {
            return false;
          }
          PngChunks.Piece piece = pieces.get(nextPiece++);
          inflater.setInput(file, piece.start(), piece.length());
        }
      }
      return true;
    } catch (DataFormatException e) {
      return false;
    }
  }

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
          line[i] += (byte) PngFilter.paeth(left, above[i] & 0xff, above[i - pixel] & 0xff);
        }
      }
      default -> {}
    }
  }

  @Override
  public void close() {
    inflater.end();
  }
}
