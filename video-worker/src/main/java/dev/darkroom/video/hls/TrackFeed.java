package dev.darkroom.video.hls;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Sample;
import dev.darkroom.codec.mp4.SampleCursor;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.codec.mp4.TrackRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes a track's samples one by one, stretch after stretch, and groups them into track runs. */
final class TrackFeed {
  private final StreamTrack stream;

  /** What to add to times of the presentation to get times of the stream, in ticks. */
  private final long lead;

  private SampleCursor cursor;
  private int index;
  private int stretch = -1;
  private @Nullable Sample next;
  private @Nullable Sample peeked;
  private boolean jumps;

  /** End of the last sample taken, in ticks of the stream. */
  private long end;

  private List<TrackRun.Sample> samples = new ArrayList<>();
  private List<Range> ranges = new ArrayList<>();
  private long runTime;
  private long runBytes;

  /** A range of the original, in bytes. */
  record Range(long from, long length) {}

  /**
   * Consecutive samples.
   *
   * @param ranges where the samples lie in the original, in order
   */
  record Run(TrackRun run, List<Range> ranges) {}

  /**
   * @param lead seconds from the start of the stream to the start of the movie
   */
  TrackFeed(StreamTrack stream, double lead) throws Malformed {
    this.stream = stream;
    this.lead = Math.round(lead * stream.track().timescale());
    this.cursor = stream.track().samples().cursor();
    advance();
  }

  private void advance() throws Malformed {
    jumps = stretch < 0 || index == stretch().end();
    if (!jumps) {
      next = read();
      return;
    }
    if (stretch + 1 == stream.stretches().size()) {
      next = null;
      return;
    }
    stretch++;
    if (index > stretch().first()) {
      cursor = stream.track().samples().cursor();
      index = 0;
    }
    while (index < stretch().first()) {
      read();
    }
    next = withoutLeading(read());
  }

  private @Nullable Sample read() throws Malformed {
    Sample sample = peeked != null ? peeked : cursor.next();
    peeked = null;
    index++;
    return sample;
  }

  /**
   * Drops the frames that are decoded after the first keyframe of a stretch and shown before it:
   * they are cut away, and may need frames that are as well. The keyframe lasts the longer.
   */
  private @Nullable Sample withoutLeading(@Nullable Sample keyframe) throws Malformed {
    if (keyframe == null || stream.track().kind() != Track.Kind.VIDEO) {
      return keyframe;
    }
    long start = Math.min(stretch().piece().media(), shown(keyframe));
    long duration = keyframe.duration();
    while (index < stretch().end()) {
      peeked = cursor.next();
      if (peeked == null || shown(peeked) >= start) {
        break;
      }
      duration += peeked.duration();
      peeked = null;
      index++;
    }
    return new Sample(
        keyframe.offset(),
        keyframe.size(),
        keyframe.time(),
        duration,
        keyframe.compositionOffset(),
        keyframe.keyframe(),
        keyframe.entry());
  }

  private static long shown(Sample sample) {
    return sample.time() + sample.compositionOffset();
  }

  private Stretch stretch() {
    return stream.stretches().get(stretch);
  }

  Track track() {
    return stream.track();
  }

  /** Returns the number of the sample entry that describes all samples, from 1. */
  int entry() {
    return stream.entry();
  }

  /** Tells whether there is a next sample. */
  boolean ready() {
    return next != null;
  }

  /** Tells whether the next sample can be decoded without others. */
  boolean keyframe() {
    return next != null && next.keyframe();
  }

  /** Tells whether the next sample does not go on where the one before ends. */
  boolean jumps() {
    return next != null && jumps;
  }

  /** Returns the decoding time of the next sample, or the end of the track, in stream seconds. */
  double seconds() {
    return track().seconds(next == null ? end : time(next));
  }

  private long time(Sample sample) {
    return Math.max(0, sample.time() + stretch().shift() + lead);
  }

  /** Returns the number of samples in the run. */
  int count() {
    return samples.size();
  }

  /** Returns the size of the samples in the run. */
  long bytes() {
    return runBytes;
  }

  /** Adds the next sample to the run. */
  void take() throws Malformed {
    Sample sample = Objects.requireNonNull(next);
    if (samples.isEmpty()) {
      runTime = time(sample);
    }
    long duration = duration(sample);
    samples.add(
        new TrackRun.Sample(
            sample.size(), duration, sample.keyframe(), sample.compositionOffset()));
    append(sample.offset(), sample.size());
    runBytes += sample.size();
    end = time(sample) + duration;
    advance();
  }

  /** No sample lasts longer than its piece, and the last one, if it has no duration, as long. */
  private long duration(Sample sample) {
    long left = Math.max(1, stretch().piece().mediaEnd() - sample.time());
    boolean unknown = sample.duration() == 0 && index == stretch().end();
    return unknown ? left : Math.min(sample.duration(), left);
  }

  /** Merges adjacent samples, such as those of a chunk, into one range. */
  private void append(long offset, int size) {
    Range last = ranges.isEmpty() ? null : ranges.getLast();
    if (last != null && last.from + last.length == offset) {
      ranges.set(ranges.size() - 1, new Range(last.from, last.length + size));
    } else {
      ranges.add(new Range(offset, size));
    }
  }

  /** Returns the samples taken since the last call; null if there are none. */
  @Nullable Run drain() {
    if (samples.isEmpty()) {
      return null;
    }
    var run = new Run(new TrackRun(track().id(), runTime, samples), List.copyOf(ranges));
    samples = new ArrayList<>();
    ranges = new ArrayList<>();
    runBytes = 0;
    return run;
  }
}
