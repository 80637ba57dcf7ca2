package dev.darkroom.image.decode;

import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.jpeg.JpegFrame;
import dev.darkroom.codec.jpeg.JpegSegments;
import java.util.Arrays;

/**
 * Rewrites a JPEG so that some of its components have the middle value everywhere: their
 * coefficients are multiplied by a quantization table of zeros (ITU-T T.81, A.3.4).
 */
final class FlatJpeg {
  private static final int TABLES = 4;
  private static final int COEFFICIENTS = 64;

  /** Bytes from a frame header's marker to its first component's table (B.2.2). */
  private static final int FIRST_TABLE = 12;

  private static final byte[] TABLE = {(byte) 0xff, (byte) 0xdb, 0, 3 + COEFFICIENTS, 0};

  private FlatJpeg() {}

  /**
   * Copies the file.
   *
   * @param from index of the first component that becomes flat
   * @param to index after the last one
   */
  static byte[] of(byte[] file, int from, int to) throws Malformed {
    JpegSegments segments = JpegSegments.open(new Head(file, true));
    int first = 0;
    int zeros = 0;
    int code = segments.next();
    while (code != JpegSegments.SOS) {
      if (JpegFrame.isFrame(code)) {
        int components = JpegFrame.read(code, segments.parameters()).components();
        first = (int) segments.start() + FIRST_TABLE;
        zeros = unused(file, first, components, from, to);
      }
      code = segments.next();
    }
    // B.2.4.1: the marker, the length, 8 bits and the table's number, the table.
    byte[] table = Arrays.copyOf(TABLE, TABLE.length + COEFFICIENTS);
    table[TABLE.length - 1] = (byte) zeros;
    byte[] flat = new byte[file.length + table.length];
    int scans = (int) segments.start();
    System.arraycopy(file, 0, flat, 0, scans);
    System.arraycopy(table, 0, flat, scans, table.length);
    System.arraycopy(file, scans, flat, scans + table.length, file.length - scans);
    for (int i = from; i < to; i++) {
      flat[first + 3 * i] = (byte) zeros;
    }
    return flat;
  }

  /** Returns the number of a table that none of the other components uses. */
  private static int unused(byte[] file, int tables, int components, int from, int to)
      throws Malformed {
    boolean[] used = new boolean[TABLES];
    for (int i = 0; i < components; i++) {
      if (i < from || i >= to) {
        used[file[tables + 3 * i] & (TABLES - 1)] = true;
      }
    }
    for (int table = 0; table < TABLES; table++) {
      if (!used[table]) {
        return table;
      }
    }
    throw new Malformed(tables, "no quantization table is free");
  }
}
