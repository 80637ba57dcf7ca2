package dev.darkroom.codec.tiff;

import java.io.IOException;
import java.io.InputStream;

/** Gives bytes that are decoded some at a time, as one row or several. */
abstract class RowInput extends InputStream {
  /** What was decoded last. */
  final byte[] rows;

  private int at;

  /**
   * @param size of what is decoded at a time, in bytes
   */
  RowInput(int size) {
    this.rows = new byte[size];
    this.at = size;
  }

  /** Decodes the next rows; false after the last ones. */
  abstract boolean next() throws IOException;

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (at == rows.length) {
      if (!next()) {
        return -1;
      }
      at = 0;
    }
    int given = Math.min(length, rows.length - at);
    System.arraycopy(rows, at, target, from, given);
    at += given;
    return given;
  }
}
