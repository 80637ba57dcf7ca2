package dev.darkroom.video.plan;

import dev.darkroom.codec.mp4.Mp4Limits;
import dev.darkroom.codec.mp4.Mp4Reader;
import dev.darkroom.codec.mp4.Mp4Source;
import dev.darkroom.codec.mp4.Sample;
import dev.darkroom.codec.mp4.SampleCursor;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.stream.StreamInput;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the coders get of a made movie.
 *
 * @param timescale of the stream
 */
record PlannedMovie(long timescale, List<Segment> segments) {
  /**
   * @param samples in decoding order
   */
  record Segment(long start, long length, List<Fed> samples) {
    List<Fed> shown() {
      return samples.stream()
          .filter(sample -> sample.time() >= 0 && sample.time() < length)
          .sorted(Comparator.comparingLong(Fed::time))
          .toList();
    }
  }

  /**
   * A sample that is fed to a coder.
   *
   * @param number in the movie
   * @param decoded when it is decoded, in ticks since the segment's start
   * @param time when it is shown, in ticks since the segment's start
   */
  record Fed(int number, long decoded, long time, boolean keyframe) {}

  static PlannedMovie of(MadeMovie movie) throws Exception {
    return of(movie.track(), movie.bytes());
  }

  static PlannedMovie of(Track track, byte[] file) throws Exception {
    long timescale = StreamClock.ofPictures(track.timescale()).stream();
    var segments = new ArrayList<Segment>();
    Rejection reason =
        plan(
            track,
            file,
            (input, start, length) -> {
              try {
                return segments.add(new Segment(start, length, fed(input, file, timescale)));
              } catch (Exception e) {
                throw new AssertionError(e);
              }
            });
    if (reason != null) {
      throw new AssertionError(reason.message());
    }
    return new PlannedMovie(timescale, segments);
  }

  static @Nullable Rejection plan(Track track, byte[] file, SegmentSink sink) throws Exception {
    return SegmentPlanner.plan(track, file.length, Deadline.after(Duration.ofMinutes(1)), sink);
  }

  /** Returns the bytes of an input, as a coder gets them. */
  static byte[] bytes(StreamInput input, byte[] file) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(input.head());
    for (StreamInput.Range range : input.ranges()) {
      out.write(file, (int) range.from(), range.length());
    }
    return out.toByteArray();
  }

  private static List<Fed> fed(StreamInput input, byte[] file, long timescale) throws Exception {
    byte[] bytes = bytes(input, file);
    Track track = Mp4Reader.read(Mp4Source.of(bytes), Mp4Limits.DEFAULT).tracks().getFirst();
    long lead = StreamPlan.LEAD_SECONDS * timescale;
    var samples = new ArrayList<Fed>();
    SampleCursor cursor = track.samples().cursor();
    for (Sample sample = cursor.next(); sample != null; sample = cursor.next()) {
      long decoded = sample.time() - lead;
      samples.add(
          new Fed(
              MadeMovie.number(bytes, sample.offset()),
              decoded,
              decoded + sample.compositionOffset(),
              sample.keyframe()));
    }
    return samples;
  }
}
