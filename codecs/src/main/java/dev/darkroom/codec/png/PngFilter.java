package dev.darkroom.codec.png;

/** Section 9: each line told by its neighbors, which deflates better. */
final class PngFilter {
  private static final int TYPES = 5;

  /** Sample bytes of a pixel; before each line lie as many zeros, so that none has no neighbor. */
  private final int pixel;

  private final byte[][] filtered;

  /**
   * @param pixel bytes of one
   * @param line bytes of one, of pixels only
   */
  PngFilter(int pixel, int line) {
    this.pixel = pixel;
    this.filtered = new byte[TYPES][1 + line];
    for (int type = 0; type < TYPES; type++) {
      filtered[type][0] = (byte) type;
    }
  }

  /**
   * The filtered line, with its type before it: of all five the one whose differences are least
   * (section 12.7).
   *
   * @param line with a pixel of zeros before it
   * @param above likewise
   */
  byte[] apply(byte[] line, byte[] above) {
    int best = 0;
    long least = Long.MAX_VALUE;
    for (int type = 0; type < TYPES; type++) {
      long sum = apply(type, line, above, filtered[type]);
      if (sum < least) {
        least = sum;
        best = type;
      }
    }
    return filtered[best];
  }

  private long apply(int type, byte[] line, byte[] above, byte[] out) {
    long sum = 0;
    for (int i = pixel, to = 1; i < line.length; i++, to++) {
      int left = line[i - pixel] & 0xff;
      int up = above[i] & 0xff;
      int predicted =
          switch (type) {
            case 0 -> 0;
            case 1 -> left;
            case 2 -> up;
            case 3 -> (left + up) / 2;
            default -> paeth(left, up, above[i - pixel] & 0xff);
          };
      byte difference = (byte) (line[i] - predicted);
      out[to] = difference;
      sum += Math.abs(difference);
    }
    return sum;
  }

  /** Section 9.4. */
  static int paeth(int left, int up, int upLeft) {
    int byLeft = Math.abs(up - upLeft);
    int byUp = Math.abs(left - upLeft);
    int byUpLeft = Math.abs(left + up - 2 * upLeft);
    if (byLeft <= byUp && byLeft <= byUpLeft) {
      return left;
    }
    return byUp <= byUpLeft ? up : upLeft;
  }
}
