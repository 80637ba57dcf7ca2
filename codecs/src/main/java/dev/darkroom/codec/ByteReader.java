package dev.darkroom.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * Reads forward through a view of a file's bytes and never leaves the view. Numbers are big-endian
 * and unsigned unless the method's name says otherwise.
 */
public final class ByteReader {
  private final byte[] bytes;
  private final int start;
  private final int end;
  private final long fileOffset;
  private int at;

  /** Views a whole array, which starts its file. */
  public ByteReader(byte[] bytes) {
    this(bytes, 0, bytes.length, 0);
  }

  /**
   * @param fileOffset where in the file the view starts, for messages and {@link #offset()}
   */
  public ByteReader(byte[] bytes, int start, int length, long fileOffset) {
    Objects.checkFromIndexSize(start, length, bytes.length);
    this.bytes = bytes;
    this.start = start;
    this.end = start + length;
    this.at = start;
    this.fileOffset = fileOffset;
  }

  /** Returns the next byte's position, counted from the start of the view. */
  public int position() {
    return at - start;
  }

  public int remaining() {
    return end - at;
  }

  public boolean hasRemaining() {
    return at < end;
  }

  /** Returns the length of the whole view, read or not. */
  public int length() {
    return end - start;
  }

  /** Returns the next byte's offset in the file. */
  public long offset() {
    return fileOffset + position();
  }

  /** Moves to a position of the view, its end included. */
  public ByteReader seek(int position) throws Malformed {
    if (position < 0 || position > length()) {
      throw new Malformed(fileOffset + position, "points outside of its part of the file");
    }
    at = start + position;
    return this;
  }

  public ByteReader skip(long count) throws Malformed {
    require(count);
    at += (int) count;
    return this;
  }

  public int u8() throws Malformed {
    require(1);
    return bytes[at++] & 0xff;
  }

  public int u16() throws Malformed {
    require(2);
    return u8() << 8 | u8();
  }

  public int u24() throws Malformed {
    require(3);
    return u16() << 8 | u8();
  }

  public int i32() throws Malformed {
    require(4);
    return u16() << 16 | u16();
  }

  public long u32() throws Malformed {
    return Integer.toUnsignedLong(i32());
  }

  public long i64() throws Malformed {
    require(8);
    return u32() << 32 | u32();
  }

  /** Reads an unsigned count or offset; one of 2^63 or more fits no file and is malformed. */
  public long u64() throws Malformed {
    long at64 = offset();
    long value = i64();
    if (value < 0) {
      throw new Malformed(at64, "a count of more than 63 bits");
    }
    return value;
  }

  public int u16le() throws Malformed {
    require(2);
    return u8() | u8() << 8;
  }

  public int u24le() throws Malformed {
    require(3);
    return u16le() | u8() << 16;
  }

  public int i32le() throws Malformed {
    require(4);
    return u16le() | u16le() << 16;
  }

  public long u32le() throws Malformed {
    return Integer.toUnsignedLong(i32le());
  }

  /** Reads a count or offset of 32 bits; one of 2^31 or more is malformed. */
  public int count() throws Malformed {
    long where = offset();
    int value = i32();
    if (value < 0) {
      throw new Malformed(where, "a count of more than 31 bits");
    }
    return value;
  }

  /** Reads bytes as ISO 8859-1, in which every byte is a character. */
  public String text(int length) throws Malformed {
    require(length);
    String text = new String(bytes, at, length, StandardCharsets.ISO_8859_1);
    at += length;
    return text;
  }

  public byte[] bytes(int length) throws Malformed {
    require(length);
    byte[] copy = Arrays.copyOfRange(bytes, at, at + length);
    at += length;
    return copy;
  }

  /** Copies the remaining bytes into an array that has room for them. */
  public void copyTo(byte[] target, int targetAt) {
    System.arraycopy(bytes, at, target, targetAt, remaining());
    at = end;
  }

  /** Returns a view of the next bytes and skips them. */
  public ByteReader slice(int length) throws Malformed {
    require(length);
    var slice = new ByteReader(bytes, at, length, offset());
    at += length;
    return slice;
  }

  /** Returns the remaining bytes, read-only and without copying them. */
  public ByteBuffer buffer() {
    return ByteBuffer.wrap(bytes, at, remaining()).asReadOnlyBuffer();
  }

  /** Views the remaining bytes as a whole file, whose offsets start at its first byte. */
  public Head asFile() {
    return new Head(bytes, at, remaining(), true);
  }

  /** Returns a second view of the same bytes, positioned at their start. */
  public ByteReader fromStart() {
    return new ByteReader(bytes, start, length(), fileOffset);
  }

  /** Fails unless that many bytes remain. */
  public void require(long count) throws Malformed {
    if (count < 0 || count > remaining()) {
      throw new Malformed(
          offset(), "needs " + count + " bytes where there are " + remaining() + ",");
    }
  }
}
