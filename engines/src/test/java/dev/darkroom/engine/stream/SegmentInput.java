package dev.darkroom.engine.stream;

import dev.darkroom.codec.mp4.FragmentHead;
import dev.darkroom.codec.mp4.InitSegment;
import dev.darkroom.codec.mp4.InitTrack;
import dev.darkroom.codec.mp4.Movie;
import dev.darkroom.codec.mp4.Mp4Limits;
import dev.darkroom.codec.mp4.Mp4Reader;
import dev.darkroom.codec.mp4.Mp4Source;
import dev.darkroom.codec.mp4.Orientation;
import dev.darkroom.codec.mp4.PictureEntry;
import dev.darkroom.codec.mp4.Sample;
import dev.darkroom.codec.mp4.SampleCursor;
import dev.darkroom.codec.mp4.SampleEntry;
import dev.darkroom.codec.mp4.SampleEntry.Color;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.codec.mp4.TrackHeader;
import dev.darkroom.codec.mp4.TrackRun;
import dev.darkroom.engine.ffmpeg.FrameRequest.Size;
import dev.darkroom.engine.ffmpeg.InputWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The part of a video file that coding a segment of it takes.
 *
 * @param start of the segment in the movie, in ticks
 * @param length of the segment, in ticks
 * @param samples of the part, with their bytes
 * @param shift from the file's times to the input's, in ticks
 */
record SegmentInput(Track track, long start, long length, List<Coded> samples, long shift)
    implements InputWriter {
  private static final int LEAD_SECONDS = 10;

  /**
   * A coded frame.
   *
   * @param shown time in the movie, in ticks
   */
  @SuppressWarnings("ArrayRecordComponent") // a carrier of bytes that nobody compares
  record Coded(Sample sample, long shown, byte[] bytes) {}

  /** Takes all of a file. */
  static SegmentInput of(Path path) throws Exception {
    return of(path, 0, Long.MAX_VALUE);
  }

  /**
   * Takes a segment.
   *
   * @param start in ticks; a keyframe is shown then or before
   */
  static SegmentInput of(Path path, long start, long length) throws Exception {
    byte[] file = Files.readAllBytes(path);
    Movie movie = Mp4Reader.read(Mp4Source.of(file), Mp4Limits.DEFAULT);
    Track track = movie.video().orElseThrow();
    long media = track.presentation().pieces().getFirst().media();
    var all = new ArrayList<Coded>();
    SampleCursor cursor = track.samples().cursor();
    for (Sample next = cursor.next(); next != null; next = cursor.next()) {
      byte[] bytes = new byte[next.size()];
      System.arraycopy(file, (int) next.offset(), bytes, 0, bytes.length);
      all.add(new Coded(next, next.time() + next.compositionOffset() - media, bytes));
    }
    long end = length == Long.MAX_VALUE ? track.samples().span() + 1 : start + length;
    int from = 0;
    int to = 0;
    for (int i = 0; i < all.size(); i++) {
      Coded coded = all.get(i);
      from = coded.sample().keyframe() && coded.shown() <= start ? i : from;
      to = coded.shown() < end ? i + 1 : to;
    }
    return new SegmentInput(
        track,
        start,
        end - start,
        all.subList(from, to),
        LEAD_SECONDS * track.timescale() - start - media);
  }

  long lead() {
    return LEAD_SECONDS * track.timescale();
  }

  /** Lists when the frames of the segment are shown, in ticks from its start. */
  List<Long> shown() {
    return samples.stream()
        .map(coded -> coded.shown() - start)
        .filter(time -> time >= 0 && time < length)
        .sorted()
        .toList();
  }

  SegmentRequest request(Size... rungs) {
    return request(List.of(rungs), Orientation.NONE, false, null);
  }

  /** Asks for sizes, with all that can be said of the frames. */
  SegmentRequest request(
      List<Size> rungs, Orientation orientation, boolean interlaced, @Nullable Color color) {
    return new SegmentRequest(
        track.timescale(),
        lead(),
        length,
        orientation,
        interlaced,
        color,
        track.sampleRate(),
        rungs);
  }

  SegmentInput with(List<Coded> others) {
    return new SegmentInput(track, start, length, others, shift);
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    SampleEntry entry = Objects.requireNonNull(track.entry());
    out.write(
        InitSegment.of(
            List.of(
                new InitTrack(
                    1,
                    Track.Kind.VIDEO,
                    track.timescale(),
                    TrackHeader.of(1, entry.width(), entry.height()),
                    PictureEntry.of(
                        entry.format(),
                        entry.width(),
                        entry.height(),
                        entry.depth(),
                        entry.configurations())))));
    long offset =
        samples.stream().mapToLong(coded -> -coded.sample().compositionOffset()).max().orElse(0);
    long added = Math.max(0, offset);
    var run = new ArrayList<TrackRun.Sample>();
    for (Coded coded : samples) {
      run.add(
          new TrackRun.Sample(
              coded.bytes().length,
              coded.sample().duration(),
              coded.sample().keyframe(),
              (int) (coded.sample().compositionOffset() + added)));
    }
    long first = samples.getFirst().sample().time() + shift - added;
    out.write(FragmentHead.of(1, List.of(new TrackRun(1, first, run))));
    for (Coded coded : samples) {
      out.write(coded.bytes());
    }
  }
}
