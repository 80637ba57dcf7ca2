package dev.darkroom.codec.gif;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;

/** Section 22 and appendix F: variable-length codes of 3 to 12 bits, in sub-blocks. */
final class LzwDecoder {
  private static final int MAX_CODES = 1 << 12;
  private static final int NONE = -1;

  private final ByteReader in;
  private final int clear;
  private final int[] prefixes = new int[MAX_CODES];
  private final byte[] suffixes = new byte[MAX_CODES];
  private final byte[] stack = new byte[MAX_CODES + 1];
  private final int firstWidth;
  private int leftInBlock;
  private boolean lastBlock;
  private int bits;
  private int bitCount;

  /**
   * @param in at the minimum code size
   */
  LzwDecoder(ByteReader in) throws Malformed {
    this.in = in;
    int codeSize = in.u8();
    if (codeSize < 1 || codeSize > 8) {
      throw new Malformed(in.offset() - 1, "no code size is " + codeSize);
    }
    clear = 1 << codeSize;
    firstWidth = codeSize + 1;
    for (int i = 0; i < clear; i++) {
      suffixes[i] = (byte) i;
    }
  }

  /**
   * Fills the indices as far as there are any.
   *
   * @return how many there were
   */
  int decode(byte[] indices) {
    int count = 0;
    int next = clear + 2;
    int width = firstWidth;
    int previous = NONE;
    int first = 0;
    while (count < indices.length) {
      int code = code(width);
      if (code == clear) {
        next = clear + 2;
        width = firstWidth;
        previous = NONE;
        continue;
      }
      boolean unknown = code > next || (code == next && (previous == NONE || next == MAX_CODES));
      if (code == NONE || code == clear + 1 || unknown || (previous == NONE && code > clear)) {
        return count;
      }
      int depth = 0;
      int walk = code;
      if (code == next) {
        // The code that is only now defined: the previous string and its own first index.
        stack[depth++] = (byte) first;
        walk = previous;
      }
      while (walk > clear) {
        stack[depth++] = suffixes[walk];
        walk = prefixes[walk];
      }
      first = suffixes[walk] & 0xff;
      stack[depth++] = (byte) first;
      while (depth > 0 && count < indices.length) {
        indices[count++] = stack[--depth];
      }
      if (previous != NONE && next < MAX_CODES) {
        prefixes[next] = previous;
        suffixes[next] = (byte) first;
        next++;
        if (next == 1 << width && width < 12) {
          width++;
        }
      }
      previous = code;
    }
    return count;
  }

  /** Goes behind the last sub-block, past codes that nothing needs. */
  void finish() throws Malformed {
    while (!lastBlock) {
      in.skip(leftInBlock);
      leftInBlock = in.u8();
      lastBlock = leftInBlock == 0;
    }
  }

  /** Section 15 and appendix F: least significant bits first; {@link #NONE} at the data's end. */
  private int code(int width) {
    while (bitCount < width) {
      int next = nextByte();
      if (next < 0) {
        return NONE;
      }
      bits |= next << bitCount;
      bitCount += 8;
    }
    int code = bits & ((1 << width) - 1);
    bits >>>= width;
    bitCount -= width;
    return code;
  }

  private int nextByte() {
    try {
      if (leftInBlock == 0) {
        if (lastBlock) {
          return NONE;
        }
        leftInBlock = in.u8();
        if (leftInBlock == 0) {
          lastBlock = true;
          return NONE;
        }
      }
      leftInBlock--;
      return in.u8();
    } catch (Malformed e) {
      // Cut off: there are as many pixels as there were codes for.
      leftInBlock = 0;
      lastBlock = true;
      return NONE;
    }
  }
}
