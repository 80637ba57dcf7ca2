package dev.darkroom.stream.assemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.codec.mp4.Mp4Limits;
import dev.darkroom.codec.mp4.Mp4Reader;
import dev.darkroom.codec.mp4.Mp4Source;
import dev.darkroom.codec.mp4.Sample;
import dev.darkroom.codec.mp4.SampleCursor;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.contract.Rendition;
import dev.darkroom.contract.stream.StreamPlan.Rung;
import dev.darkroom.fixtures.Ffmpeg;
import dev.darkroom.stage.job.OutputKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ffprobe reads of streams that were assembled. */
class AssemblyTest {
  private static final Rung LARGE = new Rung("stream-180", 320, 180);
  private static final Rung SMALL = new Rung("stream-90", 160, 90);

  /** 12.4 seconds of 25 frames, in which frames 110 to 149 are left out. */
  private static Path movie;

  @TempDir static Path shared;
  @TempDir Path folder;

  @BeforeAll
  static void makeMovie() {
    assumeTrue(Ffmpeg.encodes("libx264"), "no ffmpeg on this machine");
    movie =
        Ffmpeg.make(
            shared.resolve("movie.mp4"),
            "-f lavfi -i testsrc2=s=320x180:r=25:d=12.4 -f lavfi -i sine=f=440:r=48000:d=12.4"
                + " -vf select='not(between(n,110,149))' -fps_mode passthrough"
                + " -c:v libx264 -preset ultrafast -qp 0 -pix_fmt yuv420p -bf 0"
                + " -c:a aac -video_track_timescale 12800");
  }

  private Path only(Path saved, String name, String extension) throws Exception {
    Pattern file = Pattern.compile(name + "-[a-z0-9]{10}-[a-z0-9]{6}\\." + extension);
    try (var files = Files.list(saved)) {
      return files
          .filter(it -> file.matcher(it.getFileName().toString()).matches())
          .reduce(
              (one, other) -> {
                throw new AssertionError(one + " and " + other);
              })
          .orElseThrow();
    }
  }

  private static List<String> shown(Path file) {
    return Ffmpeg.list(file, "v:0", "frame=pts_time");
  }

  /** The encoder's first frame is over when the movie starts. */
  private static List<String> heard(List<String> packets) {
    return packets.subList(1, packets.size());
  }

  @Test
  void everyFrameIsShownWhenTheOriginalShowsIt() throws Exception {
    var coded = new CodedMovie(folder, movie, LARGE, SMALL).withCopiedSound(-1024 / 48_000.0);
    // Segments that reorder frames differently.
    coded.until(4).until(6, "-bf 0").until(9, "-bf 1").until(12.4, "-bf 3 -b_strategy 0");

    coded.assembled();

    Path saved = coded.saved();
    for (String name : List.of("stream-180", "stream-90", "video")) {
      Path file = only(saved, name, "mp4");
      assertThat(shown(file)).as(name).isEqualTo(shown(movie)).hasSize(270);
      assertThat(Ffmpeg.sound(file)).as(name).isEqualTo(heard(Ffmpeg.sound(movie)));
      assertThat(Ffmpeg.list(file, "a:0", "packet=pts_time"))
          .as(name)
          .isEqualTo(heard(Ffmpeg.list(movie, "a:0", "packet=pts_time")));
    }
    assertThat(Likeness.of(only(saved, "stream-180", "mp4"), movie)).isGreaterThan(30);
    assertThat(Likeness.of(only(saved, "video", "mp4"), movie)).isGreaterThan(30);
  }

  @Test
  void decodingTimesRiseWithoutGaps() throws Exception {
    var coded = new CodedMovie(folder, movie, LARGE).until(4).until(8, "-bf 0").until(12.4);

    coded.assembled();

    byte[] file = Files.readAllBytes(only(coded.saved(), "stream-180", "mp4"));
    Track track = Mp4Reader.read(Mp4Source.of(file), Mp4Limits.DEFAULT).video().orElseThrow();
    long next = 0;
    SampleCursor cursor = track.samples().cursor();
    for (Sample sample = cursor.next(); sample != null; sample = cursor.next()) {
      assertThat(sample.time()).isEqualTo(next);
      assertThat(sample.duration()).isPositive();
      assertThat(sample.compositionOffset()).isNotNegative();
      next += sample.duration();
    }
    assertThat(next).isEqualTo(Math.round(12.4 * CodedMovie.TIMESCALE));
  }

  @Test
  void playlistsLeadToEveryFrame() throws Exception {
    var coded = new CodedMovie(folder, movie, LARGE, SMALL).withCodedSound();
    coded.until(4).until(8).until(12.4);

    Assembled assembled = coded.assembled();

    Path saved = coded.saved();
    Path media = only(saved, "stream-90", "m3u8");
    assertThat(shown(media)).isEqualTo(shown(movie));
    assertThat(Ffmpeg.list(media, "a:0", "packet=size"))
        .isEqualTo(heard(Ffmpeg.list(movie, "a:0", "packet=size")));
    assertThat(Files.readString(media))
        .startsWith("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:4\n")
        .contains("#EXTINF:4.00000,\n", "#EXTINF:4.4");
    assertThat(Files.readString(only(saved, "stream", "m3u8")))
        .containsPattern(
            "BANDWIDTH=\\d+,AVERAGE-BANDWIDTH=\\d+,CODECS=\"avc1\\.6400[0-9a-f]{2},mp4a\\.40\\.2\","
                + "RESOLUTION=320x180,FRAME-RATE=25\\.000\nstream-180-")
        .containsPattern("RESOLUTION=160x90,FRAME-RATE=25\\.000\nstream-90-");
    assertThat(assembled.codingMillis()).isEqualTo(3 * 1000 + 500);
    assertThat(assembled.renditions())
        .extracting(Rendition::name, Rendition::contentType)
        .containsExactly(
            tuple("stream", "application/vnd.apple.mpegurl"),
            tuple("stream-180", "application/vnd.apple.mpegurl"),
            tuple("stream-180", "video/mp4"),
            tuple("stream-90", "application/vnd.apple.mpegurl"),
            tuple("stream-90", "video/mp4"),
            tuple("video", "video/mp4"));
    for (Rendition rendition : assembled.renditions()) {
      assertThat(Files.size(saved.resolve(OutputKeys.fileName(rendition.key()))))
          .isEqualTo(rendition.size());
    }
    assertThat(coded.store.unfinished()).isZero();
  }
}
