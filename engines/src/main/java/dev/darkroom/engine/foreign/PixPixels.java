package dev.darkroom.engine.foreign;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Converts the words of a Leptonica picture (PIX) to {@code 0x00RRGGBB} integers. A PIX keeps its
 * first pixel or channel in the most significant byte of each word: {@code 0xRRGGBB00}, or four
 * gray pixels. Words are little-endian in memory on every platform that is supported.
 */
final class PixPixels {
  private PixPixels() {}

  /**
   * Copies color pixels. Read one byte further on in memory, the words are {@code 0x00RRGGBB}
   * already, so that one copy serves the whole picture but for its last pixel, which no byte
   * follows.
   */
  static void rgb(MemorySegment words, int[] pixels) {
    int last = pixels.length - 1;
    MemorySegment.copy(words, ValueLayout.JAVA_INT_UNALIGNED, 1, pixels, 0, last);
    pixels[last] = words.getAtIndex(JAVA_INT, last) >>> 8;
  }

  /**
   * Copies gray pixels, as red = green = blue.
   *
   * @param width pixels per line; lines are padded to whole words
   */
  static void gray(MemorySegment words, int[] pixels, int width) {
    int wordsALine = (width + 3) / 4;
    int[] line = new int[wordsALine];
    for (int from = 0, to = 0; to < pixels.length; from += wordsALine, to += width) {
      MemorySegment.copy(words, JAVA_INT, 4L * from, line, 0, wordsALine);
      for (int x = 0; x < width; x++) {
        int gray = (line[x >> 2] >>> (24 - 8 * (x & 3))) & 0xff;
        pixels[to + x] = gray * 0x010101;
      }
    }
  }
}
