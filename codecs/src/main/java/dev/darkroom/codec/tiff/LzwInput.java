package dev.darkroom.codec.tiff;

import java.io.IOException;
import java.io.InputStream;

/**
 * Decodes LZW codes of 9 to 12 bits (section 13).
 *
 * <p>Files of the early libtiff have the bits of their codes in the reverse order, and widen codes
 * one later; they begin with a Clear code written that way.
 */
final class LzwInput extends InputStream {
  private static final int CLEAR = 256;
  private static final int END = 257;
  private static final int FIRST = 258;
  private static final int MAX_CODES = 1 << 12;
  private static final int NONE = -1;

  private final byte[] data;
  private final int end;
  private final boolean reversed;
  private final int[] prefixes = new int[MAX_CODES];
  private final byte[] suffixes = new byte[MAX_CODES];

  /** A string's bytes, the last one first. */
  private final byte[] string = new byte[MAX_CODES + 1];

  private int left;
  private int at;
  private int bits;
  private int bitCount;
  private int next = FIRST;
  private int width = 9;
  private int previous = NONE;
  private boolean ended;

  LzwInput(byte[] data, int from, int length) {
    this.data = data;
    this.at = from;
    this.end = from + length;
    this.reversed = length > 1 && data[from] == 0 && (data[from + 1] & 1) == 1;
    for (int i = 0; i < CLEAR; i++) {
      suffixes[i] = (byte) i;
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    int to = from;
    while (to < from + length && (left > 0 || decode())) {
      while (left > 0 && to < from + length) {
        target[to++] = string[--left];
      }
    }
    return to == from && length > 0 ? -1 : to - from;
  }

  /** Decodes the next string; false after the last one. */
  private boolean decode() throws IOException {
    int code = ended ? END : code();
    while (code == CLEAR) {
      next = FIRST;
      width = 9;
      previous = NONE;
      code = code();
    }
    if (code == END || code == NONE) {
      ended = true;
      return false;
    }
    if (code > next || (code == next && previous == NONE) || (previous == NONE && code > CLEAR)) {
      throw new IOException("an LZW code that is not defined");
    }
    int walk = code;
    if (code == next) {
      // This very step defines the code: the previous string and its first byte again.
      left++;
      walk = previous;
    }
    while (walk >= FIRST) {
      string[left++] = suffixes[walk];
      walk = prefixes[walk];
    }
    byte first = (byte) walk;
    string[left++] = first;
    if (code == next) {
      string[0] = first;
    }
    if (previous != NONE && next < MAX_CODES) {
      prefixes[next] = previous;
      suffixes[next] = first;
      next++;
      if (next + (reversed ? 0 : 1) >= 1 << width && width < 12) {
        width++;
      }
    }
    previous = code;
    return true;
  }

  private int code() {
    while (bitCount < width) {
      if (at >= end) {
        return NONE;
      }
      int b = data[at++] & 0xff;
      bits = reversed ? bits | b << bitCount : bits << 8 | b;
      bitCount += 8;
    }
    bitCount -= width;
    int mask = (1 << width) - 1;
    if (!reversed) {
      return bits >>> bitCount & mask;
    }
    int code = bits & mask;
    bits >>>= width;
    return code;
  }
}
