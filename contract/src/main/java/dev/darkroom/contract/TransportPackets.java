package dev.darkroom.contract;

/**
 * Recognizes MPEG transport streams by the byte that every packet starts with (ISO/IEC 13818-1,
 * 2.4.3.2). Recordings may start in the middle of a packet.
 */
final class TransportPackets {
  private static final int SYNC = 0x47;

  /**
   * Distance of packets: plain; after a time code of four bytes (Blu-ray Disc, BDAV); with an error
   * correction of 16 bytes (ETSI EN 300 429).
   */
  private static final int[] DISTANCES = {188, 192, 204};

  private static final int TIME_CODE = 4;

  /** Proof enough where packets start at the file's start. */
  private static final int FEW = 3;

  /** Proof enough where the first packet may start anywhere. */
  private static final int MANY = 8;

  private TransportPackets() {}

  static boolean areIn(byte[] head) {
    for (int distance : DISTANCES) {
      if (run(head, 0, distance) >= FEW || run(head, TIME_CODE, distance) >= FEW) {
        return true;
      }
      for (int first = 0; first < distance; first++) {
        if (run(head, first, distance) >= MANY && reachesEnd(head, first, distance)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Number of packets in a row, each of which must have a byte after its first. */
  private static int run(byte[] head, int first, int distance) {
    int count = 0;
    for (int at = first; at + 1 < head.length && head[at] == SYNC; at += distance) {
      count++;
    }
    return count;
  }

  private static boolean reachesEnd(byte[] head, int first, int distance) {
    return first + (long) run(head, first, distance) * distance + 1 >= head.length;
  }
}
