package dev.darkroom.codec.tiff;

import java.io.InputStream;

/** Decodes runs and literal bytes (section 9). */
final class PackBitsInput extends InputStream {
  private final byte[] data;
  private final int end;
  private int at;
  private int literals;
  private int repeats;

  PackBitsInput(byte[] data, int from, int length) {
    this.data = data;
    this.at = from;
    this.end = from + length;
  }

  @Override
  public int read() {
    while (literals == 0 && repeats == 0) {
      if (at >= end) {
        return -1;
      }
      int count = data[at++];
      if (count >= 0) {
        literals = count + 1;
      } else if (count != -128) {
        repeats = 1 - count;
      }
    }
    if (at >= end) {
      return -1;
    }
    int value = data[at] & 0xff;
    if (literals > 0) {
      literals--;
      at++;
    } else if (--repeats == 0) {
      at++;
    }
    return value;
  }

  @Override
  public int read(byte[] target, int from, int length) {
    for (int i = 0; i < length; i++) {
      int value = read();
      if (value < 0) {
        return i == 0 ? -1 : i;
      }
      target[from + i] = (byte) value;
    }
    return length;
  }
}
