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

/** A track's samples, taken off one by one. */
final class TrackFeed {
  private final Track track;
  private final TrackStart start;
  private final SampleCursor cursor;
  private @Nullable Sample next;

  /** When the samples before it end, in the track's ticks. */
  private long end;

  private List<TrackRun.Sample> samples = new ArrayList<>();
  private List<Range> ranges = new ArrayList<>();
  private long runTime;
  private long runBytes;

  /** Bytes of the original. */
  record Range(long from, long length) {}

  /**
   * Samples taken off.
   *
   * @param ranges where they lie, in their order
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

  /** Whether there is a sample left. */
  boolean ready() {
    return next != null;
  }

  /** Whether that can be decoded without others. */
  boolean keyframe() {
    return next != null && next.keyframe();
  }

  /** When that is decoded, in seconds of the stream; of a track at its end, when it ended. */
  double seconds() {
    return track.seconds(time());
  }

  private long time() {
    return (next == null ? end : next.time()) - start.decoded() + start.delay();
  }

  int count() {
    return samples.size();
  }

  long bytes() {
    return runBytes;
  }

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

  /** Samples of a chunk lie one behind the other. */
  private void append(long offset, int size) {
    Range last = ranges.isEmpty() ? null : ranges.getLast();
    if (last != null && last.from + last.length == offset) {
      ranges.set(ranges.size() - 1, new Range(last.from, last.length + size));
    } else {
      ranges.add(new Range(offset, size));
    }
  }

  /** What was taken off since the last time; null if nothing was. */
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
