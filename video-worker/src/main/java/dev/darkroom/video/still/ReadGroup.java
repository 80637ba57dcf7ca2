package dev.darkroom.video.still;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keyframes that one request reads: neighbors in the file, if reading the gap between them costs
 * less than another request.
 *
 * @param keyframes in the order of the file
 */
record ReadGroup(List<Keyframe> keyframes) {
  /** In bytes. At 100 MB/s, reading it takes a tenth of the time of a request. */
  private static final int MAX_GAP = 256 << 10;

  /** In bytes, unless a single keyframe is longer. */
  private static final int MAX_LENGTH = 4 << 20;

  ReadGroup {
    keyframes = List.copyOf(keyframes);
  }

  long from() {
    return keyframes.getFirst().offset();
  }

  int length() {
    return (int) (end(keyframes) - from());
  }

  private static long end(List<Keyframe> keyframes) {
    return keyframes.stream().mapToLong(Keyframe::end).max().orElseThrow();
  }

  /**
   * Groups keyframes, and orders the groups so that whenever reading stops, the keyframes read are
   * spread evenly over the video: each group lies in the middle of the largest gap so far.
   */
  static List<ReadGroup> plan(List<Keyframe> wanted) {
    var sorted =
        wanted.stream().distinct().sorted(Comparator.comparingLong(Keyframe::offset)).toList();
    var groups = new ArrayList<ReadGroup>();
    var open = new ArrayList<Keyframe>();
    for (Keyframe keyframe : sorted) {
      if (!open.isEmpty()
          && (keyframe.offset() - end(open) > MAX_GAP
              || keyframe.end() - open.getFirst().offset() > MAX_LENGTH)) {
        groups.add(new ReadGroup(open));
        open.clear();
      }
      open.add(keyframe);
    }
    if (!open.isEmpty()) {
      groups.add(new ReadGroup(open));
    }
    return spread(groups);
  }

  /** Orders the groups by the reversed bits of their index (the van der Corput sequence). */
  private static List<ReadGroup> spread(List<ReadGroup> groups) {
    int bits = 32 - Integer.numberOfLeadingZeros(Math.max(1, groups.size() - 1));
    var spread = new ArrayList<ReadGroup>();
    for (int i = 0; i < 1 << bits; i++) {
      int index = Integer.reverse(i) >>> (32 - bits);
      if (index < groups.size()) {
        spread.add(groups.get(index));
      }
    }
    return spread;
  }
}
