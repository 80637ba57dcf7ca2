package dev.darkroom.stream.assemble;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.InitTrack;
import dev.darkroom.codec.mp4.Mp4Limits;
import dev.darkroom.codec.mp4.Mp4Reader;
import dev.darkroom.codec.mp4.Mp4Source;
import dev.darkroom.codec.mp4.Sample;
import dev.darkroom.codec.mp4.SampleCursor;
import dev.darkroom.codec.mp4.SoundEntry;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.codec.mp4.TrackHeader;
import dev.darkroom.codec.mp4.TrackRun;
import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.contract.stream.StreamPlan.Source;
import dev.darkroom.stage.stream.StreamInput;
import dev.darkroom.stage.stream.StreamInput.Range;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The coded sound of a whole movie: when each frame is heard, and where its bytes lie. */
final class SoundFrames {
  static final int TRACK = 2;

  private static final Mp4Limits LIMITS =
      new Mp4Limits(64 << 20, 1_000_000, 1, 4_000_000, Integer.MAX_VALUE);

  /**
   * By how much sound may be late: players begin with a whole frame, and play the next after it.
   */
  private static final double MAX_LATE_SECONDS = 0.01;

  private final Source source;
  private final Track track;
  private final byte[] stsd;
  private final int count;
  private final int[] sizes;

  /** When each frame begins, in ticks of the track and the movie, and when the last one ends. */
  private final long[] times;

  /** Where each frame lies in all ranges together, and where the last one ends. */
  private final long[] positions;

  private final List<Range> ranges;

  /** Where each range lies in all of them together. */
  private final long[] starts;

  private SoundFrames(Source source, Track track, List<Range> ranges) throws Malformed {
    this.source = source;
    this.track = track;
    this.stsd = SoundEntry.of(track, 1);
    this.ranges = ranges;
    starts = new long[ranges.size()];
    for (int i = 1; i < starts.length; i++) {
      starts[i] = starts[i - 1] + ranges.get(i - 1).length();
    }
    long lead = StreamPlan.LEAD_SECONDS * track.timescale();
    int all = track.samples().count();
    sizes = new int[all];
    times = new long[all + 1];
    positions = new long[all + 1];
    int heard = 0;
    SampleCursor cursor = track.samples().cursor();
    for (Sample sample = cursor.next(); sample != null; sample = cursor.next()) {
      long time = sample.time() - lead;
      if (time + sample.duration() <= 0 || -time > MAX_LATE_SECONDS * track.timescale()) {
        // It is over when the movie starts, or all that follows would be heard later.
        positions[0] += sample.size();
        continue;
      }
      sizes[heard] = sample.size();
      times[heard] = Math.max(0, time);
      times[heard + 1] = time + sample.duration();
      positions[heard + 1] = positions[heard] + sample.size();
      heard++;
    }
    count = heard;
  }

  /**
   * Reads which frames are copied as they are.
   *
   * @param source file that the input's ranges refer to
   * @throws Malformed if the input is damaged
   */
  static SoundFrames copied(Source source, StreamInput input) throws IOException, Malformed {
    return new SoundFrames(source, track(new HeadOnly(input)), input.ranges());
  }

  /**
   * Reads where the engine wrote frames.
   *
   * @throws Malformed if the file is damaged
   */
  static SoundFrames coded(Source source, Mp4Source file) throws IOException, Malformed {
    Track track = track(file);
    var ranges = new ArrayList<Range>();
    SampleCursor cursor = track.samples().cursor();
    for (Sample sample = cursor.next(); sample != null; sample = cursor.next()) {
      Range last = ranges.isEmpty() ? null : ranges.getLast();
      if (last != null && last.from() + last.length() == sample.offset()) {
        ranges.set(ranges.size() - 1, new Range(last.from(), last.length() + sample.size()));
      } else {
        ranges.add(new Range(sample.offset(), sample.size()));
      }
    }
    return new SoundFrames(source, track, ranges);
  }

  private static Track track(Mp4Source file) throws IOException, Malformed {
    List<Track> tracks = Mp4Reader.read(file, LIMITS).tracks();
    if (tracks.isEmpty()) {
      throw new Malformed(0, "no track of sound");
    }
    return tracks.getFirst();
  }

  /** The file that an input begins; what follows the head is never read. */
  private record HeadOnly(StreamInput input) implements Mp4Source {
    @Override
    public long size() {
      return input.head().length + input.payload();
    }

    @Override
    public ByteReader read(long from, int length) throws IOException, Malformed {
      return Mp4Source.of(input.head()).read(from, length);
    }
  }

  Source source() {
    return source;
  }

  int count() {
    return count;
  }

  long timescale() {
    return track.timescale();
  }

  /** Codec as RFC 6381 writes it. */
  String codec() {
    return track.entry() == null ? "mp4a.40.2" : track.entry().codec();
  }

  InitTrack init() {
    return new InitTrack(
        TRACK, Track.Kind.AUDIO, timescale(), TrackHeader.of(TRACK, 0, 0), stsd.clone());
  }

  /** When the last frame ends, in seconds. */
  double seconds() {
    return count == 0 ? 0 : times[count] / (double) timescale();
  }

  /**
   * Returns the number of the first frame that begins at or after a time.
   *
   * @param from first frame that it can be
   * @param ticks in units of {@code timescale}
   */
  int at(int from, long ticks, long timescale) {
    int low = from;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (times[middle] * timescale < ticks * timescale()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Returns frames as a run of a fragment. A gap before a frame makes the one before it longer. */
  TrackRun run(int from, int to) {
    var samples = new ArrayList<TrackRun.Sample>();
    for (int i = from; i < to; i++) {
      samples.add(new TrackRun.Sample(sizes[i], times[i + 1] - times[i], true, 0));
    }
    return new TrackRun(TRACK, times[from], samples);
  }

  /** Size of frames, in bytes. */
  int bytes(int from, int to) {
    return Math.toIntExact(positions[to] - positions[from]);
  }

  /** Returns where frames lie in the source, in order. */
  List<Range> ranges(int from, int to) {
    var found = new ArrayList<Range>();
    long end = positions[to];
    int at = Arrays.binarySearch(starts, positions[from]);
    for (int i = at < 0 ? -at - 2 : at; i < starts.length && starts[i] < end; i++) {
      Range range = ranges.get(i);
      long first = Math.max(positions[from], starts[i]);
      long last = Math.min(end, starts[i] + range.length());
      if (first < last) {
        found.add(new Range(range.from() + first - starts[i], (int) (last - first)));
      }
    }
    return found;
  }
}
