package dev.darkroom.codec.container;

import java.util.Set;

/** Finds out whether a Matroska or WebM file has encrypted tracks (RFC 9559). */
public final class MatroskaEncryption {
  private static final long SEGMENT = 0x18538067;
  private static final long TRACKS = 0x1654AE6B;
  private static final long TRACK_ENTRY = 0xAE;
  private static final long CONTENT_ENCODINGS = 0x6D80;
  private static final long CONTENT_ENCODING = 0x6240;
  private static final long CONTENT_ENCRYPTION = 0x5035;
  private static final long CLUSTER = 0x1F43B675;

  /** Elements that hold elements on the way to encryption. */
  private static final Set<Long> ENTERED =
      Set.of(SEGMENT, TRACKS, TRACK_ENTRY, CONTENT_ENCODINGS, CONTENT_ENCODING);

  private static final int MAX_ID = 4;
  private static final int MAX_SIZE = 8;

  private final byte[] head;
  private int at;

  private MatroskaEncryption(byte[] head) {
    this.head = head;
  }

  /**
   * Returns whether the file's description of a track says so.
   *
   * @param head first bytes of the file, in which tracks are described before the first frames
   */
  public static boolean isIn(byte[] head) {
    return new MatroskaEncryption(head).isFound();
  }

  private boolean isFound() {
    while (true) {
      long id = number(MAX_ID, true);
      long size = number(MAX_SIZE, false);
      if (id < 0 || size < 0 || id == CLUSTER) {
        return false;
      }
      if (id == CONTENT_ENCRYPTION) {
        return true;
      }
      if (!ENTERED.contains(id)) {
        if (size > head.length - at) {
          return false;
        }
        at += (int) size;
      }
    }
  }

  /**
   * Reads a number of variable length, whose first byte has as many zeros in front as bytes follow
   * (RFC 8794, section 4).
   *
   * @param most bytes
   * @param marked whether the bit that ends the zeros is part of the number
   * @return -1 where there is none
   */
  private long number(int most, boolean marked) {
    if (at >= head.length) {
      return -1;
    }
    int first = head[at] & 0xff;
    int length = Integer.numberOfLeadingZeros(first) - (Integer.SIZE - Byte.SIZE) + 1;
    if (length > most || length > head.length - at) {
      return -1;
    }
    long number = marked ? first : first & (0xff >> length);
    for (int i = 1; i < length; i++) {
      number = (number << Byte.SIZE) | (head[at + i] & 0xff);
    }
    at += length;
    return number;
  }
}
