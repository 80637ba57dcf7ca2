package dev.darkroom.video.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.mp4.Presentation.Piece;
import dev.darkroom.codec.mp4.Sample;
import dev.darkroom.codec.mp4.SampleCursor;
import dev.darkroom.codec.mp4.Track;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every frame that a movie shows is shown by one segment, when it should be. */
class SegmentPlannerTest {
  /** A frame on the screen from a time of the movie on, in ticks of the stream. */
  private record Shown(long time, int number) {}

  @Test
  void segmentsStartAtKeyframesFourSecondsApart() throws Exception {
    MadeMovie movie = openGops(25, 25, 2, 22);

    PlannedMovie planned = check(movie);

    assertThat(planned.segments())
        .extracting(segment -> segment.start() * 25 / planned.timescale())
        .containsExactly(0L, 105L, 207L, 309L, 411L, 513L);
  }

  @Test
  void aFileThatWasCutOffIsPlannedUpToItsEnd() throws Exception {
    MadeMovie movie = openGops(25, 25, 2, 40);
    byte[] whole = movie.bytes();
    byte[] cut = Arrays.copyOf(whole, MadeMovie.offset(500));

    PlannedMovie planned = PlannedMovie.of(movie.track(), cut);

    PlannedMovie.Segment last = planned.segments().getLast();
    assertThat(last.samples())
        .extracting(PlannedMovie.Fed::number)
        .contains(499)
        .doesNotContain(500);
    assertThat((last.start() + last.length()) * 25 / planned.timescale()).isBetween(500L, 503L);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void everyFrameIsShownOnceWhateverTheMovieIsLike(int seed) throws Exception {
    for (int i = 0; i < 20; i++) {
      var random = new Random(100L * seed + i);
      MadeMovie movie = random(random);
      check(movie);
    }
  }

  private static MadeMovie random(Random random) {
    int timescale = new int[] {25, 600, 1000, 12_800, 30_000, 90_000}[random.nextInt(6)];
    int fps = new int[] {5, 10, 25}[random.nextInt(3)];
    MadeMovie movie =
        random.nextInt(3) == 0
            ? uneven(random, timescale)
            : openGops(timescale, fps, 1 + random.nextInt(40), 10 + random.nextInt(80));
    long ticks = movie.frames().stream().mapToLong(MadeMovie.Frame::duration).sum();
    for (int i = random.nextInt(5); i > 0; i--) {
      double[] rates = {1, 1, 1, 1, 2, 0.5, 0};
      movie.edit(
          0.1 + random.nextInt(200) / 10.0,
          random.nextInt(5) == 0 ? -1 : random.nextLong(ticks),
          rates[random.nextInt(rates.length)]);
    }
    return movie;
  }

  /** Keyframes with two leading pictures each, and pairs of frames that are out of order. */
  private static MadeMovie openGops(int timescale, int fps, int gopSeconds, int seconds) {
    var movie = new MadeMovie(timescale);
    int step = timescale / fps;
    int gop = gopSeconds * fps / 3 * 3 + 3;
    for (int i = 0; i < seconds * fps; i++) {
      boolean key = i % gop == 0;
      int offset = i % 3 == 0 ? 3 * step : 0;
      movie.frame(step, offset, key);
    }
    return movie;
  }

  private static MadeMovie uneven(Random random, int timescale) {
    var movie = new MadeMovie(timescale);
    int entry = 1;
    for (int i = 0; i < 400; i++) {
      boolean key = random.nextInt(60) == 0 || i == 0;
      if (key && random.nextInt(4) == 0) {
        entry = 3 - entry;
      }
      int least = Math.max(1, timescale / 100);
      int duration = random.nextInt(100) == 0 ? 50 * timescale : least + random.nextInt(least * 20);
      movie.frame(duration, 0, key, entry);
    }
    return movie;
  }

  private static PlannedMovie check(MadeMovie movie) throws Exception {
    PlannedMovie planned = PlannedMovie.of(movie);
    Track track = movie.track();
    List<Piece> pieces = pieces(track);
    long end = pieces.getLast().end() * (planned.timescale() / track.timescale());
    long at = 0;
    var shown = new ArrayList<Shown>();
    for (PlannedMovie.Segment segment : planned.segments()) {
      assertThat(segment.start()).isEqualTo(at);
      at += segment.length();
      isDecodable(segment, movie);
      assertThat(segment.shown().getFirst().time()).isZero();
      for (PlannedMovie.Fed fed : segment.shown()) {
        var frame = new Shown(segment.start() + fed.time(), fed.number());
        if (shown.isEmpty() || shown.getLast().number() != frame.number()) {
          shown.add(frame);
        }
      }
    }
    assertThat(at).isEqualTo(end);
    assertThat(shown).isEqualTo(expected(track, pieces, planned.timescale()));
    return planned;
  }

  private static void isDecodable(PlannedMovie.Segment segment, MadeMovie movie) {
    List<PlannedMovie.Fed> fed = segment.samples();
    assertThat(fed.getFirst().keyframe()).isTrue();
    for (int i = 1; i < fed.size(); i++) {
      assertThat(fed.get(i).number()).isEqualTo(fed.get(i - 1).number() + 1);
      assertThat(fed.get(i).decoded()).isGreaterThan(fed.get(i - 1).decoded());
    }
    assertThat(fed.stream().map(it -> movie.frames().get(it.number()).entry()).distinct())
        .hasSize(1);
    assertThat(fed).allMatch(it -> it.decoded() <= it.time());
    assertThat(fed.stream().map(PlannedMovie.Fed::time).distinct()).hasSameSizeAs(fed);
    List<PlannedMovie.Fed> sorted = new ArrayList<>(fed);
    sorted.sort(Comparator.comparingLong(PlannedMovie.Fed::time));
    assertThat(sorted.stream().map(it -> media(movie, it.number()))).isSorted();
  }

  private static long media(MadeMovie movie, int number) {
    long time = 0;
    for (int i = 0; i < number; i++) {
      time += movie.frames().get(i).duration();
    }
    return time + movie.frames().get(number).offset();
  }

  /** Adds the frames after the end of decoding to an edit that reaches so far. */
  private static List<Piece> pieces(Track track) throws Exception {
    long decoded = 0;
    long shown = 0;
    SampleCursor cursor = track.samples().cursor();
    for (Sample sample = cursor.next(); sample != null; sample = cursor.next()) {
      decoded = sample.time() + sample.duration();
      shown = Math.max(shown, decoded + sample.compositionOffset());
    }
    var pieces = new ArrayList<>(track.presentation().pieces());
    Piece last = pieces.removeLast();
    boolean extended = last.rate() == 1 && last.mediaEnd() >= decoded - track.timescale() / 100;
    long end = extended ? Math.max(last.mediaEnd(), shown) : last.mediaEnd();
    long length = last.rate() == 1 ? end - last.media() : last.length();
    pieces.add(new Piece(last.from(), length, last.media(), last.rate()));
    return pieces;
  }

  /** Applies the edits to all frames in the plainest way. */
  private static List<Shown> expected(Track track, List<Piece> pieces, long timescale)
      throws Exception {
    record Frame(long media, int number) {}
    var frames = new ArrayList<Frame>();
    SampleCursor cursor = track.samples().cursor();
    for (Sample sample = cursor.next(); sample != null; sample = cursor.next()) {
      frames.add(new Frame(sample.time() + sample.compositionOffset(), frames.size()));
    }
    frames.sort(Comparator.comparingLong(Frame::media));
    long scale = timescale / track.timescale();
    var shown = new ArrayList<Shown>();
    for (Piece piece : pieces) {
      Frame first = frames.getFirst();
      for (Frame frame : frames) {
        first = frame.media() <= piece.media() ? frame : first;
      }
      add(shown, shown.isEmpty() ? 0 : piece.from() * scale, first.number());
      for (Frame frame : frames) {
        if (frame.media() > first.media() && frame.media() < piece.mediaEnd()) {
          add(shown, time(piece, frame.media(), scale), frame.number());
        }
      }
    }
    return shown;
  }

  private static long time(Piece piece, long media, long scale) {
    return piece.from() * scale + Math.round((media - piece.media()) * scale / piece.rate());
  }

  private static void add(List<Shown> shown, long time, int number) {
    if (shown.isEmpty() || shown.getLast().number() != number) {
      shown.add(new Shown(time, number));
    }
  }
}
