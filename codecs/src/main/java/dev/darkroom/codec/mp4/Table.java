package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;

/** Rows of equal width in a file, read where they lie. */
final class Table {
  private final ByteReader rows;
  private final int width;
  private final int count;

  private Table(ByteReader rows, int width, int count) {
    this.rows = rows;
    this.width = width;
    this.count = count;
  }

  static Table empty() {
    return new Table(new ByteReader(new byte[0]), 0, 0);
  }

  /** Reads a full box whose payload is a count and as many rows. */
  static Table of(ByteReader box, int width, int limit) throws Malformed {
    box.skip(4);
    return rows(box, width, box.u32(), limit);
  }

  /**
   * Takes rows from a view.
   *
   * @param width of a row, in bytes
   * @param count as the file states it; believed only within the limit and the bytes present
   */
  static Table rows(ByteReader in, int width, long count, int limit) throws Malformed {
    if (count > limit) {
      throw new Malformed(in.offset(), "a table of " + count + " rows, more than " + limit + ",");
    }
    return new Table(in.slice((int) Math.multiplyExact(count, width)), width, (int) count);
  }

  int count() {
    return count;
  }

  long u32(int row, int column) throws Malformed {
    return rows.seek(row * width + column).u32();
  }

  int i32(int row, int column) throws Malformed {
    return rows.seek(row * width + column).i32();
  }

  long u64(int row) throws Malformed {
    return rows.seek(row * width).u64();
  }

  int u16(int row) throws Malformed {
    return rows.seek(row * width).u16();
  }

  int u8(int at) throws Malformed {
    return rows.seek(at).u8();
  }

  Malformed malformed(String reason) {
    return new Malformed(rows.fromStart().offset(), reason);
  }
}
