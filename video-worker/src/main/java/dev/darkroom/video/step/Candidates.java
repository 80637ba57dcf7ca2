package dev.darkroom.video.step;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Samples;
import dev.darkroom.codec.mp4.Track;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which keyframes are looked at for a poster: the first one from a tenth of the video on, or from
 * three seconds on if that is earlier, as what comes first is often a fade or a title; then, as
 * long as none is any good, those from equal steps further on, and the very first one.
 */
final class Candidates {
  private static final double FIRST_SECONDS = 3;
  private static final double FIRST_PART = 0.1;

  private Candidates() {}

  /** Indices of samples, the favourite first; none twice. */
  static Set<Integer> of(Track video, int count) throws Malformed {
    Samples samples = video.samples();
    var found = new LinkedHashSet<Integer>();
    if (samples.keyframes() == 0) {
      found.add(0);
      return found;
    }
    long start = samples.time(0);
    double duration = video.seconds(samples.duration());
    double first = Math.min(FIRST_SECONDS, FIRST_PART * duration);
    double begin = video.seconds(start) + Math.max(0, video.seconds(video.editStart()));
    for (int i = 0; i < count; i++) {
      double seconds = first + (duration - first) * i / count;
      found.add(keyframeFrom(video, begin + seconds));
    }
    // Of a file that was cut off, what is left is at the start.
    found.add(samples.keyframe(0));
    return found;
  }

  /** The first keyframe at that time or later; the last one if there is none. */
  private static int keyframeFrom(Track video, double seconds) throws Malformed {
    Samples samples = video.samples();
    int low = 0;
    int high = samples.keyframes() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      long time = samples.time(samples.keyframe(middle));
      if (video.seconds(time) < seconds) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return samples.keyframe(low);
  }
}
