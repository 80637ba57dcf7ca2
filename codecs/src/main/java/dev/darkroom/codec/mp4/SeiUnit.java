package dev.darkroom.codec.mp4;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Blanks the messages of one SEI unit that only a program of its maker's understands:
 * user_data_unregistered (ITU-T H.264, 7.3.2.3 and D.1.7; ITU-T H.265, 7.3.5 and D.2.7). Cameras
 * leave place, time and serial number there. No size changes, and all other messages stay.
 */
final class SeiUnit {
  private static final int UNREGISTERED = 5;
  private static final int UUID = 16;
  private static final byte BLANK = (byte) 0xff;

  /** Settings of the encoders x264 and x265, which say nothing of who used them. */
  private static final List<byte[]> HARMLESS =
      List.of(
          HexFormat.of().parseHex("dc45e9bde6d948b7962cd820d923eeef"),
          HexFormat.of().parseHex("2ca2de09b51747dbbb55a4fe7fc2fc4e"));

  private final byte[] unit;

  /** Whether a byte only prevents the emulation of a start code (7.4.1). */
  private final boolean[] prevention;

  private int at;

  /**
   * @param unit the whole unit, which is changed
   * @param header length of its header, in bytes
   */
  SeiUnit(byte[] unit, int header) {
    this.unit = unit;
    this.at = header;
    this.prevention = new boolean[unit.length];
    int zeroes = 0;
    for (int i = header; i < unit.length; i++) {
      prevention[i] = zeroes >= 2 && unit[i] == 3;
      zeroes = unit[i] == 0 ? zeroes + 1 : 0;
    }
  }

  /** Blanks what is private. Returns whether anything was. */
  boolean blank() {
    boolean found = false;
    // A message has a type and a size; the unit ends with a byte that is neither.
    while (at + 2 < unit.length) {
      int type = number();
      int size = number();
      int start = at;
      boolean harmless = isHarmless(size);
      for (int i = 0; i < size && at < unit.length; i++) {
        next();
      }
      if (type == UNREGISTERED && !harmless) {
        blank(start, at);
        found = true;
      }
    }
    return found;
  }

  private boolean isHarmless(int size) {
    if (size < UUID) {
      return false;
    }
    int start = at;
    byte[] uuid = new byte[UUID];
    for (int i = 0; i < UUID; i++) {
      uuid[i] = (byte) next();
    }
    at = start;
    return HARMLESS.stream().anyMatch(known -> Arrays.equals(known, uuid));
  }

  private void blank(int from, int to) {
    for (int i = from; i < to; i++) {
      boolean precedes =
          (i + 1 < unit.length && prevention[i + 1]) || (i + 2 < unit.length && prevention[i + 2]);
      if (!prevention[i] && !precedes) {
        // What follows a byte of prevention must be at most 3.
        unit[i] = i > 0 && prevention[i - 1] ? 1 : BLANK;
      }
    }
  }

  /** Reads a number that is the sum of its bytes, of which all but the last are 255. */
  private int number() {
    int sum = 0;
    int value;
    do {
      value = next();
      sum += value;
    } while (value == 255 && at < unit.length);
    return sum;
  }

  /** Returns the next byte that is no prevention; 0 after the end. */
  private int next() {
    while (at < unit.length && prevention[at]) {
      at++;
    }
    return at < unit.length ? unit[at++] & 0xff : 0;
  }
}
