package dev.darkroom.codec.gif;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;

/** Decodes LZW codes of 2 to 12 bits from sub-blocks (section 22 and appendix F). */
final class LzwDecoder {
  private static final int MAX_CODES = 1 << 12;
  private static final int NONE = -1;

  private final SubBlocks blocks;
  private final int clear;
  private final int firstWidth;
  private final int[] prefixes = new int[MAX_CODES];
  private final byte[] suffixes = new byte[MAX_CODES];
  private final byte[] stack = new byte[MAX_CODES + 1];
  private ByteReader block = new ByteReader(new byte[0]);
  private int bits;
  private int bitCount;
  private int depth;
  private int next;
  private int width;
  private int previous = NONE;
  private int first;
  private boolean ended;

  LzwDecoder(int codeSize, SubBlocks blocks) {
    this.blocks = blocks;
    clear = 1 << codeSize;
    firstWidth = codeSize + 1;
    next = clear + 2;
    width = firstWidth;
    for (int i = 0; i < clear; i++) {
      suffixes[i] = (byte) i;
    }
  }

  /**
   * Decodes indices until the array is full, or the codes end or are wrong.
   *
   * @return how many indices were decoded
   */
  int decode(byte[] indices) {
    int count = 0;
    while (count < indices.length && (depth > 0 || next())) {
      while (depth > 0 && count < indices.length) {
        indices[count++] = stack[--depth];
      }
    }
    return count;
  }

  /** Puts the next code's indices on the stack; false after the last code, or at a wrong one. */
  private boolean next() {
    int code = ended ? NONE : code(width);
    while (code == clear) {
      next = clear + 2;
      width = firstWidth;
      previous = NONE;
      code = code(width);
    }
    boolean unknown = code > next || (code == next && (previous == NONE || next == MAX_CODES));
    if (code == NONE || code == clear + 1 || unknown || (previous == NONE && code > clear)) {
      ended = true;
      return false;
    }
    int walk = code;
    if (code == next) {
      // This very step defines the code: the previous string and its first index again.
      stack[depth++] = (byte) first;
      walk = previous;
    }
    while (walk > clear) {
      stack[depth++] = suffixes[walk];
      walk = prefixes[walk];
    }
    first = suffixes[walk] & 0xff;
    stack[depth++] = (byte) first;
    if (previous != NONE && next < MAX_CODES) {
      prefixes[next] = previous;
      suffixes[next] = (byte) first;
      next++;
      if (next == 1 << width && width < 12) {
        width++;
      }
    }
    previous = code;
    return true;
  }

  /** Reads a code, least significant bit first; {@link #NONE} after the last one. */
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
      while (!block.hasRemaining()) {
        block = blocks.next();
        if (block.length() == 0) {
          return NONE;
        }
      }
      return block.u8();
    } catch (Malformed e) {
      // The file is cut off: there are as many pixels as there are codes.
      return NONE;
    }
  }
}
