package dev.darkroom.video.still;

import dev.darkroom.codec.mp4.Sample;
import dev.darkroom.codec.mp4.Track;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the keyframes around some moments of a track's media in one pass over its samples, which
 * may be millions.
 */
final class ShownKeyframes {
  private final long[] moments;

  /** The latest and the earliest keyframe between a moment and the one before it. */
  private final @Nullable Found[] latest;

  private final @Nullable Found[] earliest;

  /**
   * @param shown composition time, in the track's ticks
   * @param until composition time at which the next frame replaces it
   */
  record Found(Keyframe keyframe, long shown, long until) {}

  /**
   * @param moments composition times, in the track's ticks
   */
  ShownKeyframes(long[] moments) {
    this.moments = Arrays.stream(moments).sorted().distinct().toArray();
    this.latest = new Found[this.moments.length + 1];
    this.earliest = new Found[this.moments.length + 1];
  }

  void take(Sample sample, Track track) {
    long shown = sample.time() + sample.compositionOffset();
    int at = index(shown);
    Found late = latest[at];
    Found early = earliest[at];
    if (late != null && early != null && shown < late.shown && shown >= early.shown) {
      return;
    }
    var keyframe =
        new Keyframe(sample.offset(), sample.size(), track.seconds(shown), sample.entry());
    var found = new Found(keyframe, shown, shown + Math.max(1, sample.duration()));
    if (late == null || shown >= late.shown) {
      latest[at] = found;
    }
    if (early == null || shown < early.shown) {
      earliest[at] = found;
    }
  }

  /** Returns the first moment that is not before a time. */
  private int index(long time) {
    int at = Arrays.binarySearch(moments, time);
    return at < 0 ? -at - 1 : at;
  }

  /** Returns the last keyframe that is shown by a moment. */
  @Nullable Found last(long moment) {
    for (int i = index(moment); i >= 0; i--) {
      if (latest[i] != null) {
        return latest[i];
      }
    }
    return null;
  }

  /** Returns the first keyframe that is shown after a moment. */
  @Nullable Found next(long moment) {
    for (int i = index(moment) + 1; i < earliest.length; i++) {
      if (earliest[i] != null) {
        return earliest[i];
      }
    }
    return null;
  }
}
