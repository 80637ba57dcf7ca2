package dev.darkroom.stream.assemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.contract.Rendition;
import dev.darkroom.contract.stream.StreamPlan.Rung;
import dev.darkroom.contract.stream.StreamTask;
import dev.darkroom.fixtures.Ffmpeg;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.stage.stream.Contents;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams of parts that do not simply follow each other. */
class UnusualPartsTest {
  private static final Rung RUNG = new Rung("stream-90", 160, 90);

  @TempDir Path folder;

  @BeforeEach
  void assumeFfmpeg() {
    assumeTrue(Ffmpeg.encodes("libx264"), "no ffmpeg on this machine");
  }

  private Path movie(double seconds, String rest) {
    return Ffmpeg.make(
        folder.resolve("movie.mp4"),
        "-f lavfi -i testsrc2=s=160x90:r=25:d="
            + seconds
            + " "
            + rest
            + " -c:v libx264 -preset ultrafast -pix_fmt yuv420p -video_track_timescale 12800");
  }

  private static Path only(Path saved, String start, String end) throws Exception {
    try (var files = Files.list(saved)) {
      List<Path> found =
          files
              .filter(it -> it.getFileName().toString().startsWith(start + "-"))
              .filter(it -> it.toString().endsWith(end))
              .toList();
      assertThat(found).hasSize(1);
      return found.getFirst();
    }
  }

  private static List<String> shown(Path file) {
    return Ffmpeg.list(file, "v:0", "frame=pts_time");
  }

  /** Hashes of all frames of sound except the first. */
  private static List<String> heard(Path file) {
    List<String> packets = Ffmpeg.sound(file);
    return packets.subList(1, packets.size());
  }

  @Test
  void segmentsWithOtherParameterSetsBringTheirOwn() throws Exception {
    Path movie = movie(6, "-an");
    var coded = new CodedMovie(folder, movie, RUNG);
    coded.until(2, "-level 3.1").until(4, "-level 3 -refs 2").until(6, "-level 3.1");

    coded.assembled();

    Path saved = coded.saved();
    Path file = only(saved, "stream-90", ".mp4");
    assertThat(shown(file)).isEqualTo(shown(movie));
    assertThat(Likeness.of(file, movie)).isGreaterThan(30);
    assertThat(Ffmpeg.list(file, "v:0", "stream=codec_tag_string")).containsExactly("avc3");
    assertThat(Likeness.of(only(saved, "video", ".mp4"), movie)).isGreaterThan(30);
    assertThat(coded.store.unfinished()).isZero();
  }

  @Test
  void aFrameLastsUntilTheNextThatIsThere() throws Exception {
    // The first frames of the second segment cannot be decoded.
    Path movie = movie(4, "-an -vf select='not(between(n,50,54))' -fps_mode passthrough");
    var coded = new CodedMovie(folder, movie, RUNG).until(2).until(4);

    coded.assembled();

    Path saved = coded.saved();
    assertThat(shown(only(saved, "stream-90", ".mp4"))).isEqualTo(shown(movie)).hasSize(95);
    assertThat(Files.readString(only(saved, "stream-90", ".m3u8")))
        .contains("#EXTINF:2.20000,\n", "#EXTINF:1.80000,\n");
  }

  @Test
  void aMovieStartsWithItsFirstFrame() throws Exception {
    Path movie = movie(2, "-an -vf select='gte(n,5)' -fps_mode passthrough -copyts");
    var coded = new CodedMovie(folder, movie, RUNG).until(2);

    coded.assembled();

    assertThat(shown(only(coded.saved(), "stream-90", ".mp4")))
        .hasSize(45)
        .startsWith("0.000000", "0.240000");
  }

  @Test
  void oneFrameIsAStream() throws Exception {
    Path movie = movie(0.04, "-an");
    var coded = new CodedMovie(folder, movie, RUNG).until(0.04).besideAnotherVideo();

    Assembled assembled = coded.assembled();

    assertThat(shown(only(coded.saved(), "stream-90", ".m3u8"))).containsExactly("0.000000");
    assertThat(assembled.renditions()).extracting(Rendition::name).doesNotContain("video");
  }

  @Test
  void soundThatIsLeftGoesOnWithoutPictures() throws Exception {
    Path movie = movie(4, "-f lavfi -i sine=f=440:r=48000:d=15 -c:a aac");
    var coded = new CodedMovie(folder, movie, RUNG).withCodedSound().until(2).until(4);

    coded.assembled();

    Path saved = coded.saved();
    assertThat(Ffmpeg.sound(only(saved, "stream-90", ".mp4"))).isEqualTo(heard(movie));
    assertThat(Ffmpeg.sound(only(saved, "video", ".mp4"))).isEqualTo(heard(movie));
    assertThat(shown(only(saved, "stream-90", ".mp4"))).isEqualTo(shown(movie));
    assertThat(Files.readString(only(saved, "stream-90", ".m3u8")))
        .containsPattern("(?s)#EXTINF:2\\..*#EXTINF:2\\..*#EXTINF:6\\.0.*#EXTINF:5\\.0");
  }

  @Test
  void soundMayBeginLaterAndEndEarlier() throws Exception {
    Path movie = movie(6, "-f lavfi -i sine=f=440:r=48000:d=2 -c:a aac");
    var coded = new CodedMovie(folder, movie, RUNG).withCopiedSound(3).until(2).until(4).until(6);

    coded.assembled();

    for (String name : List.of("stream-90", "video")) {
      Path file = only(coded.saved(), name, ".mp4");
      // Of the original's first frame, ffmpeg says what to skip.
      assertThat(heard(file)).as(name).isEqualTo(heard(movie)).isNotEmpty();
      assertThat(Ffmpeg.list(file, "a:0", "packet=pts_time").getFirst())
          .as(name)
          .isEqualTo("3.000000");
    }
  }

  /** Players would begin with the whole frame, and play all that follows 20 ms late. */
  @Test
  void aFrameOfSoundThatIsAllButOverAtTheStartIsLeftOut() throws Exception {
    Path movie = movie(2, "-f lavfi -i sine=f=440:r=48000:d=2 -c:a aac");
    var coded = new CodedMovie(folder, movie, RUNG).withCopiedSound(-0.020333).until(2);

    coded.assembled();

    for (String name : List.of("stream-90", "video")) {
      assertThat(Ffmpeg.list(only(coded.saved(), name, ".mp4"), "a:0", "packet=pts_time"))
          .as(name)
          .startsWith("0.001000", "0.022333");
    }
  }

  @Test
  void captionsAreOfferedWithEveryVariant() throws Exception {
    var coded = new CodedMovie(folder, movie(2, "-an"), RUNG).until(2);
    String key = coded.outputs.key("captions-de", "vtt", new byte[1]);
    coded.store.put(
        key,
        PutOptions.text(),
        "WEBVTT\n\n00:00.000 --> 00:01.000\nJa\n".getBytes(StandardCharsets.UTF_8));
    coded.withOutputs(List.of(new Rendition("captions-de", key, "text/vtt", 0, 0, 40)));

    Assembled assembled = coded.assembled();

    Path saved = coded.saved();
    Path playlist = only(saved, "stream-captions-de", ".m3u8");
    assertThat(Files.readString(playlist))
        .contains("#EXTINF:2.00000,\n" + only(saved, "captions-de", ".vtt").getFileName());
    String master =
        coded.store.keys("processed/").stream()
            .filter(it -> it.matches(".*/stream-[a-z0-9]{10}-[a-z0-9]{6}.m3u8"))
            .findFirst()
            .orElseThrow();
    assertThat(Files.readString(saved.resolve(master.substring(master.lastIndexOf('/') + 1))))
        .contains(
            "#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID=\"captions\",NAME=\"German\",LANGUAGE=\"de\"",
            "URI=\"" + playlist.getFileName() + "\"",
            ",SUBTITLES=\"captions\"\nstream-90-");
    assertThat(assembled.renditions())
        .extracting(Rendition::name)
        .contains("stream-captions-de")
        .doesNotContain("captions-de");
  }

  @Test
  void aLargeVideoIsCopiedByTheStore() throws Exception {
    Path movie = movie(6, "-an -vf noise=alls=60:allf=t,scale=640:360");
    var coded = new CodedMovie(folder, movie, new Rung("stream-360", 640, 360));
    coded
        .until(2, "-preset ultrafast -crf 4")
        .until(4, "-preset ultrafast -crf 4")
        .until(6, "-preset ultrafast -crf 4");

    coded.assembled();

    Path video = only(coded.saved(), "video", ".mp4");
    assertThat(Files.size(video)).isGreaterThan(16 << 20);
    assertThat(shown(video)).isEqualTo(shown(movie));
    assertThat(Likeness.of(video, movie)).isGreaterThan(30);
  }

  @Test
  void nothingIsLeftOfAnAssemblyWithoutAPart() throws Exception {
    var coded = new CodedMovie(folder, movie(4, "-an"), RUNG).until(2).until(4);
    coded.assembled();
    coded.store.delete(List.of(coded.work.key(Contents.part(new StreamTask.Segment(1)))));
    coded.store.delete(
        coded.store.keys("processed/").stream().filter(it -> it.endsWith(".mp4")).toList());

    assertThatThrownBy(coded::assemble).isInstanceOf(FileNotFoundException.class);

    assertThat(coded.store.unfinished()).isZero();
    assertThat(coded.store.keys("processed/")).noneMatch(it -> it.endsWith(".mp4"));
  }

  @Test
  void damagedPartsAreNotRead() throws Exception {
    var coded = new CodedMovie(folder, movie(2, "-an"), RUNG).until(2);
    coded.assembled();
    String key = coded.work.key(Contents.part(new StreamTask.Segment(0)));
    byte[] huge = new byte[100];
    huge[0] = 'D';
    huge[1] = 'R';
    huge[2] = 'P';
    huge[3] = 1;
    huge[15] = 1;
    huge[16] = 0x7f;
    for (byte[] damaged : List.of(new byte[0], new byte[100], huge)) {
      coded.store.put(key, PutOptions.binary(), damaged);

      assertThatThrownBy(coded::assemble).isInstanceOf(IOException.class);
    }
  }
}
