package dev.darkroom.video.plan;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Presentation.Piece;
import dev.darkroom.codec.mp4.Sample;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Rejection;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.stream.StreamInput;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Collects the samples of each segment of a picture track: from the keyframe before it to the last
 * sample in decoding order that it shows.
 */
final class SegmentPlanner {
  private static final int MAX_SEGMENTS = 10_000;

  /** Most samples that a segment is decoded from: an hour of 60 frames per second. */
  private static final int MAX_SAMPLES = 250_000;

  /** All inputs read no more than this many times the file. */
  private static final long MAX_REPETITION = 16;

  private static final long SPARE_BYTES = 64 << 20;

  /** Part of a second by which edits are off that are rounded to the movie's timescale. */
  private static final int ROUNDING = 100;

  private final FrameIndex index;
  private final SampleWindow window;
  private final StreamClock clock;
  private final SegmentCutter cutter;
  private final InputBuilder inputs;
  private final SegmentSink sink;
  private long bytesLeft;
  private int segments;

  private SegmentPlanner(
      Track track, FrameIndex index, long duration, long size, SegmentSink sink) {
    this.index = index;
    this.window = new SampleWindow(track.samples());
    this.clock = StreamClock.ofPictures(track.timescale());
    this.cutter = new SegmentCutter(index, window, clock, duration);
    this.inputs = new InputBuilder(track, clock.stream());
    this.sink = sink;
    this.bytesLeft = MAX_REPETITION * size + SPARE_BYTES;
  }

  /**
   * Plans all segments of a track; of one that is damaged midway, those up to the damage.
   *
   * @param size of the file, in bytes
   * @return why the track cannot be planned; null if it was
   * @throws TimeoutException when the time is up
   */
  static @Nullable Rejection plan(Track track, long size, Deadline until, SegmentSink sink)
      throws Malformed, TimeoutException {
    FrameIndex index = FrameIndex.of(track, size);
    if (index.starts() == 0) {
      return Rejection.of(ErrorCode.CORRUPT_FILE, "None of its pictures can be read.");
    }
    StreamClock clock = StreamClock.ofPictures(track.timescale());
    List<Region> regions = Region.of(pieces(track, index), clock);
    var planner = new SegmentPlanner(track, index, regions.getLast().end(), size, sink);
    for (Region region : regions) {
      Rejection reason = planner.plan(region, until);
      if (reason != null) {
        return reason;
      }
    }
    return null;
  }

  /**
   * Returns what is shown. Writers often forget the delay of frames that are reordered: an edit
   * that reaches to the end of decoding reaches to that of the last frame.
   */
  private static List<Piece> pieces(Track track, FrameIndex index) {
    var pieces = new ArrayList<Piece>();
    for (Piece piece : track.presentation().pieces()) {
      if (pieces.isEmpty() || piece.media() < index.shownEnd()) {
        pieces.add(index.count() < track.samples().count() ? upTo(index.shownEnd(), piece) : piece);
      }
    }
    Piece last = pieces.getLast();
    long tolerance = track.timescale() / ROUNDING;
    if (last.rate() == 1
        && last.mediaEnd() >= index.decodedEnd() - tolerance
        && last.mediaEnd() < index.shownEnd()) {
      long length = index.shownEnd() - last.media();
      pieces.set(pieces.size() - 1, new Piece(last.from(), length, last.media(), 1));
    }
    return pieces;
  }

  /** Shortens a piece of a damaged track so that it ends where the damage starts. */
  private static Piece upTo(long shownEnd, Piece piece) {
    if (piece.rate() == 0 || piece.mediaEnd() <= shownEnd) {
      return piece;
    }
    long length = Math.round((shownEnd - piece.media()) / piece.rate());
    return new Piece(piece.from(), Math.max(0, length), piece.media(), piece.rate());
  }

  private @Nullable Rejection plan(Region region, Deadline until)
      throws Malformed, TimeoutException {
    var start = new SegmentCut(region.from(), region.mediaAt(region.from()));
    while (start.time() < region.end()) {
      until.check();
      int first = index.startBy(start.media());
      window.startAt(index.number(first));
      SegmentCut end = cutter.end(region, first, start);
      var run = new SegmentRun(clock, region, start, end);
      long shown = Math.max(end.media(), start.media() + 1);
      Rejection reason = add(samples(first, shown), start, run);
      if (reason != null) {
        return reason;
      }
      start = end;
    }
    return null;
  }

  /**
   * Returns the samples from a start to the last in decoding order that is shown before a
   * composition time.
   */
  private List<Sample> samples(int first, long end) throws Malformed {
    var samples = new ArrayList<Sample>();
    int from = index.number(first);
    int kept = 0;
    for (int i = from; i < index.count() && samples.size() <= MAX_SAMPLES; i++) {
      Sample sample = window.get(i);
      boolean over = index.earliestAfter(sample.time()) >= end;
      if (i > from && (over || sample.entry() != samples.getFirst().entry())) {
        break;
      }
      // Players take an empty sample for the end.
      if (sample.size() > 0) {
        samples.add(sample);
      }
      if (kept == 0 || sample.time() + sample.compositionOffset() < end) {
        kept = samples.size();
      }
    }
    return samples.subList(0, kept);
  }

  private @Nullable Rejection add(List<Sample> samples, SegmentCut start, SegmentRun run)
      throws Malformed {
    if (samples.size() > MAX_SAMPLES) {
      return reason("It has more than %,d frames without a keyframe.".formatted(MAX_SAMPLES));
    }
    if (++segments > MAX_SEGMENTS) {
      return reason("It is cut into more than %,d pieces.".formatted(MAX_SEGMENTS));
    }
    var ranges = new RangeList();
    for (Sample sample : samples) {
      ranges.add(sample.offset(), sample.size());
    }
    bytesLeft -= ranges.total();
    if (bytesLeft < 0) {
      return reason("It shows its frames again too often.");
    }
    StreamInput input = inputs.input(samples.getFirst().entry(), run.of(samples), ranges.done());
    return sink.segment(input, start.time(), run.length())
        ? null
        : reason("Its index takes more memory than there is.");
  }

  private static Rejection reason(String facts) {
    return Rejection.of(ErrorCode.UNSUPPORTED_FORMAT, facts);
  }
}
