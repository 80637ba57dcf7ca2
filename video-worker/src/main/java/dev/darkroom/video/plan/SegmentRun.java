package dev.darkroom.video.plan;

import dev.darkroom.codec.mp4.Sample;
import dev.darkroom.codec.mp4.TrackRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Gives the samples of a segment the times that its coder goes by: from the lead on for frames that
 * are shown, before or after for those that only others need. All differ and are in the order of
 * showing, so that no decoder doubts them.
 */
final class SegmentRun {
  /** Seconds before and after a segment into which the times of other frames are pressed. */
  private static final int MARGIN_SECONDS = 1;

  private final StreamClock clock;
  private final Region region;
  private final SegmentCut start;
  private final SegmentCut end;

  SegmentRun(StreamClock clock, Region region, SegmentCut start, SegmentCut end) {
    this.clock = clock;
    this.region = region;
    this.start = start;
    this.end = end;
  }

  /** Length of the segment, in ticks of the stream. */
  long length() {
    return end.time() - start.time();
  }

  /**
   * Makes the run.
   *
   * @param samples in decoding order, none of them empty
   */
  TrackRun of(List<Sample> samples) {
    int count = samples.size();
    Integer[] order = new Integer[count];
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    // Sorting is stable, and nearly nothing is out of order.
    Arrays.sort(order, Comparator.comparingLong(i -> shown(samples.get(i))));
    long[] sorted = times(samples, order);
    long[] times = new long[count];
    for (int i = 0; i < count; i++) {
      times[order[i]] = sorted[i];
    }
    long[] decoded = decoded(times, sorted);
    var run = new ArrayList<TrackRun.Sample>(count);
    for (int i = 0; i < count; i++) {
      Sample sample = samples.get(i);
      long duration = i + 1 < count ? decoded[i + 1] - decoded[i] : last(sample);
      int offset = Math.toIntExact(times[i] - decoded[i]);
      run.add(new TrackRun.Sample(sample.size(), duration, sample.keyframe(), offset));
    }
    return new TrackRun(1, decoded[0], run);
  }

  private static long shown(Sample sample) {
    return sample.time() + sample.compositionOffset();
  }

  /** Returns the time of each frame, in the order of showing. */
  private long[] times(List<Sample> samples, Integer[] order) {
    long[] times = new long[order.length];
    int first = 0;
    while (first + 1 < order.length && shown(samples.get(order[first + 1])) <= start.media()) {
      first++;
    }
    long margin = clock.ofSeconds(MARGIN_SECONDS);
    times[first] = clock.lead();
    for (int i = first - 1; i >= 0; i--) {
      long before = clock.ticks(start.media() - shown(samples.get(order[i])));
      times[i] = Math.min(times[i + 1] - 1, clock.lead() - Math.min(before, margin));
    }
    long until = clock.lead() + length();
    for (int i = first + 1; i < order.length; i++) {
      long media = shown(samples.get(order[i]));
      long natural =
          media < region.mediaEnd() && media < end.media()
              ? Math.min(clock.lead() + region.shownAt(media) - start.time(), until - 1)
              : Math.clamp(until + clock.ticks(media - end.media()), until, until + margin);
      times[i] = Math.max(times[i - 1] + 1, natural);
    }
    return times;
  }

  /**
   * Returns when samples are decoded: in steps as even as those of the frames, at the latest when
   * they are shown.
   */
  private static long[] decoded(long[] times, long[] sorted) {
    long delay = 0;
    for (int i = 0; i < times.length; i++) {
      delay = Math.max(delay, sorted[i] - times[i]);
    }
    delay = Math.min(delay, sorted[0]);
    long[] decoded = new long[times.length];
    long next = Long.MAX_VALUE;
    for (int i = times.length - 1; i >= 0; i--) {
      next = Math.min(next - 1, Math.min(times[i], sorted[i] - delay));
      decoded[i] = next;
    }
    return decoded;
  }

  private long last(Sample sample) {
    return Math.clamp(clock.ticks(sample.duration()), 1, clock.stream());
  }
}
