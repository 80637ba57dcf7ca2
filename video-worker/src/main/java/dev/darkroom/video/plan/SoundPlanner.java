package dev.darkroom.video.plan;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Presentation;
import dev.darkroom.codec.mp4.Presentation.Piece;
import dev.darkroom.codec.mp4.SampleRun;
import dev.darkroom.codec.mp4.SampleRuns;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.codec.mp4.TrackRun;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.stream.StreamInput;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * Collects the sound of a movie: frames that are heard, at the times at which they are. A part of
 * the presentation at another speed is silent.
 */
final class SoundPlanner {
  /** Uncompressed samples that go into one packet. */
  private static final int GROUP = 4096;

  /** Most bytes of such a packet. */
  private static final int MAX_GROUP = 1 << 20;

  /** Seconds before the first frame that is heard, which some decoders need to get going. */
  private static final double PREROLL_SECONDS = 0.1;

  /** Sound that starts later than this is coded, with silence before it. */
  private static final double MAX_DELAY_SECONDS = 0.5;

  /** Each piece reads the whole track. */
  private static final int MAX_PIECES = 100;

  private static final int MAX_PACKETS = 2_000_000;

  private final Track track;
  private final SoundFormat format;
  private final long size;
  private final StreamClock clock;
  private final Deadline until;
  private final List<TrackRun.Sample> samples = new ArrayList<>();
  private final RangeList ranges = new RangeList();
  private long first;
  private long last = Long.MIN_VALUE;

  private SoundPlanner(SoundTrack.Found found, long size, Deadline until) {
    this.track = found.track();
    this.format = found.format();
    this.size = size;
    this.clock = StreamClock.ofSound(track.timescale());
    this.until = until;
  }

  /** The sound of a plan, or why there is none. */
  sealed interface Planned {
    /**
     * @param copied whether its frames go into the stream as they are
     * @param timescale ticks per second of the input's times
     * @param seconds until it ends, from the start of the movie
     */
    record Ready(
        StreamInput input, boolean copied, long timescale, SoundFormat format, double seconds)
        implements Planned {
      /** Describes the sound for a plan whose inputs have it in this place. */
      StreamPlan.Sound described(StreamPlan.Slice slice) {
        return new StreamPlan.Sound(
            slice, copied, timescale, format.channels(), format.sampleRate(), seconds);
      }
    }

    record Silent() implements Planned {}

    record Impossible(Rejection reason) implements Planned {}
  }

  /**
   * Plans a track.
   *
   * @param size of the file, in bytes
   * @throws TimeoutException when the time is up
   */
  static Planned plan(SoundTrack.Found found, long size, Deadline until)
      throws Malformed, TimeoutException {
    return new SoundPlanner(found, size, until).plan();
  }

  private Planned plan() throws Malformed, TimeoutException {
    Presentation presentation = track.presentation();
    List<Piece> pieces = presentation.pieces();
    boolean copied = isCopied(pieces);
    if (pieces.size() > MAX_PIECES) {
      return impossible("It is cut into more than %,d pieces.".formatted(MAX_PIECES));
    }
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).rate() == 1) {
        collect(pieces.get(i), !copied && i == 0);
      }
    }
    if (samples.isEmpty()) {
      return new Planned.Silent();
    }
    if (samples.size() > MAX_PACKETS) {
      return impossible("It has more than %,d packets.".formatted(MAX_PACKETS));
    }
    var run = new TrackRun(1, first, samples);
    StreamInput input = new InputBuilder(track, clock.stream()).input(1, run, ranges.done());
    double seconds = track.seconds(presentation.duration());
    return new Planned.Ready(input, copied, clock.stream(), format, seconds);
  }

  private boolean isCopied(List<Piece> pieces) {
    return format.isStereoAac()
        && SampleEntries.of(track).size() == 1
        && pieces.size() == 1
        && pieces.getFirst().rate() == 1
        && track.seconds(pieces.getFirst().from()) < MAX_DELAY_SECONDS;
  }

  private void collect(Piece piece, boolean preroll) throws Malformed, TimeoutException {
    long from = piece.media() - (preroll ? Math.round(PREROLL_SECONDS * track.timescale()) : 0);
    SampleRuns runs = SampleRuns.of(track.samples());
    try {
      for (SampleRun run = runs.next(); run != null; run = runs.next()) {
        if (run.time() >= piece.mediaEnd() || samples.size() > MAX_PACKETS) {
          return;
        }
        if (run.end() > from) {
          until.check();
          collect(run, piece, from);
        }
      }
    } catch (Malformed damage) {
      // What precedes it can be heard.
    }
  }

  private void collect(SampleRun run, Piece piece, long from) throws Malformed {
    int bytes = format.isPcm() ? format.bytes(track, run.size()) : run.size();
    int group = format.isPcm() ? Math.clamp(MAX_GROUP / Math.max(1, bytes), 1, GROUP) : 1;
    int start = run.duration() == 0 ? 0 : (int) Math.max(0, (from - run.time()) / run.duration());
    for (int at = start; at < run.count(); at += group) {
      int count = Math.min(group, run.count() - at);
      long time = run.time() + at * run.duration();
      long offset = run.offset() + (long) at * bytes;
      if (time >= piece.mediaEnd() || samples.size() > MAX_PACKETS) {
        return;
      }
      if (run.entry() == 1 && offset <= size - (long) count * bytes) {
        add(piece.from() + time - piece.media(), offset, count * bytes, count * run.duration());
      }
    }
  }

  /**
   * @param shown time in the movie, in the track's ticks
   */
  private void add(long shown, long offset, int bytes, long duration) {
    long time = clock.lead() + clock.ticks(shown);
    // A frame of which the piece before had the start is heard there.
    if (bytes == 0 || time < 0 || time <= last) {
      return;
    }
    if (samples.isEmpty()) {
      first = time;
    } else {
      TrackRun.Sample before = samples.removeLast();
      samples.add(new TrackRun.Sample(before.size(), time - last, true, 0));
    }
    samples.add(new TrackRun.Sample(bytes, Math.max(1, clock.ticks(duration)), true, 0));
    ranges.add(offset, bytes);
    last = time;
  }

  private static Planned impossible(String facts) {
    return new Planned.Impossible(Rejection.of(ErrorCode.UNSUPPORTED_FORMAT, facts));
  }
}
