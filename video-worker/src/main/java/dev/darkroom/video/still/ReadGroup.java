package dev.darkroom.video.still;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keyframes that are read at once: neighbors whose gap costs less to read than another request.
 *
 * @param keyframes in the order of the file
 */
record ReadGroup(List<Keyframe> keyframes) {
  /** At 100 MB a second this takes a tenth of the time that a request does. */
  private static final int GAP = 256 << 10;

  private static final int MOST = 4 << 20;

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
   * All of these, so ordered that whenever reading stops what was read is spread evenly: each
   * request lies in the middle of the largest gap that those before have left.
   */
  static List<ReadGroup> of(List<Keyframe> wanted) {
    var sorted =
        wanted.stream().distinct().sorted(Comparator.comparingLong(Keyframe::offset)).toList();
    var groups = new ArrayList<ReadGroup>();
    var open = new ArrayList<Keyframe>();
    for (Keyframe keyframe : sorted) {
      if (!open.isEmpty()
          && (keyframe.offset() - end(open) > GAP
              || keyframe.end() - open.getFirst().offset() > MOST)) {
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

  /** By the reversed bits of the index (the van der Corput sequence). */
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
