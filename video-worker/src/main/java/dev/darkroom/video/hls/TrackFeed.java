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

/** Takes samples off a track one by one, and groups them into track runs. */
final class TrackFeed {
  private final Track track;
  private final TrackStart start;
  private final SampleCursor cursor;
  private @Nullable Sample next;

  /** End of the last sample taken, in the track's ticks. */
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

  TrackFeed(Track track, TrackStart start) throws Malformed {
    this.track = track;
    this.start = start;
    this.cursor = track.samples().cursor();
    for (int i = 0; i <= start.skipped(); i++) {
      advance();
    }
  }

  private void advance() throws Malformed {
    if (next != null) {
      end = next.time() + next.duration();
    }
    next = cursor.next();
  }

  Track track() {
    return track;
  }

  /** Tells whether there is a next sample. */
  boolean ready() {
    return next != null;
  }

  /** Tells whether the next sample can be decoded without others. */
  boolean keyframe() {
    return next != null && next.keyframe();
  }

  /** Returns the decoding time of the next sample, or the end of the track, in stream seconds. */
  double seconds() {
    return track.seconds(time());
  }

  private long time() {
    return (next == null ? end : next.time()) - start.decoded() + start.delay();
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
    if (sample.entry() != 1) {
      throw new Malformed(sample.offset(), "coding that changes midway");
    }
    if (samples.isEmpty()) {
      runTime = time();
    }
    samples.add(
        new TrackRun.Sample(
            sample.size(), sample.duration(), sample.keyframe(), sample.compositionOffset()));
    append(sample.offset(), sample.size());
    runBytes += sample.size();
    advance();
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
    var run = new Run(new TrackRun(track.id(), runTime, samples), List.copyOf(ranges));
    samples = new ArrayList<>();
    ranges = new ArrayList<>();
    runBytes = 0;
    return run;
  }
}
