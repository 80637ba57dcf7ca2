package dev.darkroom.video.plan;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Sample;

/**
 * Cuts regions into segments: at keyframes some seconds apart, where the coding changes, and at
 * other frames where no keyframe comes for long.
 */
final class SegmentCutter {
  /** Least distance of a cut at a keyframe from the cut before. */
  private static final double LEAST_SECONDS = 4;

  /** Longest segment, unless its first frame is decoded from a keyframe long before. */
  private static final double MOST_SECONDS = 30;

  /** A segment between keyframes has at least this part of what is decoded to get to its start. */
  private static final int LEAD = 4;

  private static final double LONGEST_SECONDS = 120;

  /** A shorter rest of a region joins the segment before. */
  private static final double REST_SECONDS = 1;

  /** Longer presentations have longer segments. */
  private static final int USUAL_SEGMENTS = 8_000;

  private final FrameIndex index;
  private final SampleWindow window;
  private final StreamClock clock;
  private final long least;
  private final long most;
  private final long longest;
  private final long rest;

  /**
   * @param duration of the presentation, in ticks of the stream
   */
  SegmentCutter(FrameIndex index, SampleWindow window, StreamClock clock, long duration) {
    this.index = index;
    this.window = window;
    this.clock = clock;
    this.least = Math.max(clock.ofSeconds(LEAST_SECONDS), duration / USUAL_SEGMENTS);
    this.most = Math.max(clock.ofSeconds(MOST_SECONDS), 2 * least);
    this.longest = Math.max(clock.ofSeconds(LONGEST_SECONDS), most);
    this.rest = clock.ofSeconds(REST_SECONDS);
  }

  /**
   * Returns where a segment ends.
   *
   * @param first start that it is decoded from, which the window starts at
   */
  SegmentCut end(Region region, int first, SegmentCut start) throws Malformed {
    long lead = Math.max(0, clock.ticks(start.media() - index.shown(first)));
    long limit = Math.clamp(lead / LEAD, most, longest);
    for (int i = first + 1; i < index.starts() && index.shown(i) < region.mediaEnd(); i++) {
      var cut = new SegmentCut(region.shownAt(index.shown(i)), index.shown(i));
      long length = cut.time() - start.time();
      if (cut.time() >= region.end() || (length > limit && !index.recoded(i))) {
        break;
      }
      boolean fits = length >= least && region.end() - cut.time() >= rest;
      if (length > 0 && (fits || index.recoded(i))) {
        return length > limit ? between(region, first, start, limit) : cut;
      }
    }
    return region.end() - start.time() <= limit + rest
        ? new SegmentCut(region.end(), region.mediaEnd())
        : between(region, first, start, limit);
  }

  /** Cuts at the next frame after a time, or at that time if this frame stays for long. */
  private SegmentCut between(Region region, int first, SegmentCut start, long limit)
      throws Malformed {
    long time = start.time() + limit;
    long target = region.mediaAt(time);
    long next = nextFrame(first, target);
    if (!region.isStill() && next < region.mediaEnd()) {
      long shown = region.shownAt(next);
      if (shown - time < limit / 2 && region.end() - shown >= rest) {
        return new SegmentCut(shown, next);
      }
    }
    return new SegmentCut(time, target);
  }

  /** Returns the composition time of the first frame at or after a time. */
  private long nextFrame(int first, long target) throws Malformed {
    long next = Long.MAX_VALUE;
    for (int i = index.number(first); i < index.count(); i++) {
      Sample sample = window.get(i);
      if (index.earliestAfter(sample.time()) >= next) {
        break;
      }
      long shown = sample.time() + sample.compositionOffset();
      next = shown >= target ? Math.min(next, shown) : next;
    }
    return next;
  }
}
