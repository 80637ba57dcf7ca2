package dev.darkroom.codec.container;

/**
 * Finds out whether what a transport stream carries is scrambled (ISO/IEC 13818-1, 2.4.3.2). Tables
 * stay readable.
 */
public final class TransportScrambling {
  private static final byte SYNC = 0x47;

  /** Sizes of a packet: plain, after a time of arrival (M2TS), and before an error correction. */
  private static final int[] STRIDES = {188, 192, 204};

  private static final int PACKET = 188;
  private static final int HEADER = 4;

  /** Packets that have to follow each other for their start to count as found. */
  private static final int IN_A_ROW = 4;

  private static final int STARTS_UNIT = 0x40;
  private static final int HAS_ADAPTATION = 0x20;
  private static final int HAS_PAYLOAD = 0x10;
  private static final int SCRAMBLED = 0x80;

  /** The first PID that is free for pictures, sound and the tables of programs. */
  private static final int FIRST_FREE = 0x20;

  private static final int STUFFING = 0x1fff;

  /** Stream ids of video are from here on, 16 of them. */
  private static final int VIDEO = 0xe0;

  private TransportScrambling() {}

  /**
   * Returns whether most packets are scrambled and no picture is clear.
   *
   * @param head first bytes of the file
   */
  public static boolean isIn(byte[] head) {
    for (int stride : STRIDES) {
      for (int start = 0; start < stride; start++) {
        if (isStart(head, start, stride)) {
          return isIn(head, start, stride);
        }
      }
    }
    return false;
  }

  private static boolean isStart(byte[] head, int start, int stride) {
    for (int i = 0; i < IN_A_ROW; i++) {
      int at = start + i * stride;
      if (at >= head.length || head[at] != SYNC) {
        return false;
      }
    }
    return true;
  }

  private static boolean isIn(byte[] head, int start, int stride) {
    int packets = 0;
    int scrambled = 0;
    for (int at = start; at + PACKET <= head.length; at += stride) {
      int pid = ((head[at + 1] & 0x1f) << Byte.SIZE) | (head[at + 2] & 0xff);
      if (head[at] == SYNC
          && (head[at + 3] & HAS_PAYLOAD) != 0
          && pid >= FIRST_FREE
          && pid != STUFFING) {
        packets++;
        if ((head[at + 3] & SCRAMBLED) != 0) {
          scrambled++;
        } else if (startsPicture(head, at)) {
          return false;
        }
      }
    }
    return scrambled > packets / 2;
  }

  /** Returns whether a clear packet is the first of a packet of video (2.4.3.7). */
  private static boolean startsPicture(byte[] head, int at) {
    int payload = at + HEADER;
    if ((head[at + 3] & HAS_ADAPTATION) != 0) {
      payload += 1 + (head[payload] & 0xff);
    }
    return (head[at + 1] & STARTS_UNIT) != 0
        && payload + 4 <= at + PACKET
        && head[payload] == 0
        && head[payload + 1] == 0
        && head[payload + 2] == 1
        && (head[payload + 3] & 0xf0) == VIDEO;
  }
}
