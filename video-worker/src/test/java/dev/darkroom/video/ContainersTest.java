package dev.darkroom.video;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.codec.mp4.Movie;
import dev.darkroom.codec.mp4.Mp4Limits;
import dev.darkroom.codec.mp4.Mp4Reader;
import dev.darkroom.codec.mp4.Mp4Source;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Media;
import dev.darkroom.contract.MediaFormat;
import dev.darkroom.contract.Missing;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Rendition;
import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.fixtures.Ffmpeg;
import dev.darkroom.fixtures.Fixtures;
import dev.darkroom.stage.job.Job;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Takes videos in other containers than MP4 through the pipeline. */
@Timeout(120)
class ContainersTest {
  private static final String BOTH =
      "-f lavfi -i testsrc2=s=320x180:r=25:d=3 -f lavfi -i sine=f=440:r=48000:d=3 ";

  private final PipelineHarness harness = new PipelineHarness();

  @TempDir private Path folder;

  @BeforeEach
  void needsAnEngine() {
    assumeTrue(Ffmpeg.encodes(), "no ffmpeg on this machine");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MATROSKA   | a.mkv  | -c:v libx264 -g 25 -c:a aac            | avc1. | video/mp4
          WEBM       | b.webm | -c:v libvpx -c:a libvorbis             | avc1. | video/mp4
          MPEG_TS    | c.ts   | -c:v libx264 -c:a ac3                  | avc1. | video/mp4
          MPEG_PS    | d.mpg  | -c:v mpeg2video -c:a mp2 -f mpeg       | mp4v. | video/mp4
          MPEG_VIDEO | e.m2v  | -c:v mpeg2video -an -f mpeg2video      | mp4v. | video/mp4
          AVI        | f.avi  | -c:v mjpeg -c:a pcm_s16le              | jpeg  | video/quicktime
          FLV        | g.flv  | -c:v flv -ar 44100 -c:a libmp3lame     | FLV1  | video/quicktime
          ASF        | h.wmv  | -c:v wmv2 -c:a wmav2                   | WMV2  | video/quicktime
          OGG        | i.ogv  | -c:v libtheora -c:a libvorbis          | theo  | video/quicktime
          """)
  void becomesPicturesAndAFileThatPlays(
      MediaFormat format, String name, String arguments, String codec, String type)
      throws Exception {
    byte[] original = Files.readAllBytes(Ffmpeg.make(folder.resolve(name), BOTH + arguments));

    var outcome = (Outcome.Completed) process(name, original, Map.of());

    Media media = outcome.media();
    assertThat(media.format()).isEqualTo(format);
    assertThat(media.width()).isEqualTo(320);
    Media.Video facts = requireNonNull(media.video());
    assertThat(facts.durationMillis()).isBetween(2_950L, 3_200L);
    assertThat(facts.tracks().getFirst().codec()).startsWith(codec);
    assertThat(outcome.missing())
        .extracting(Missing::name)
        .isEqualTo(codec.startsWith("avc1") ? List.of() : List.of("stream"));
    assertThat(outcome.renditions())
        .extracting(Rendition::name)
        .contains("poster", "storyboard", "video");
    Rendition video =
        outcome.renditions().stream()
            .filter(it -> it.name().equals("video"))
            .findFirst()
            .orElseThrow();
    assertThat(video.contentType()).isEqualTo(type);
    Movie movie = Mp4Reader.read(Mp4Source.of(harness.stored(video.key())), Mp4Limits.DEFAULT);
    assertThat(movie.layout().indexFirst()).isTrue();
    assertThat(movie.video().orElseThrow().samples().count()).isEqualTo(75);
    assertThat(harness.store.keys("processed/")).noneMatch(key -> key.contains("/unfinished/"));
  }

  @Test
  void aStreamIsPlannedOfTheFileThatTookItsPlace() throws Exception {
    byte[] webm =
        Files.readAllBytes(
            Ffmpeg.make(
                folder.resolve("a.webm"), BOTH + "-c:v libvpx-vp9 -cpu-used 8 -c:a libopus"));
    var settings = Map.of("darkroom.stream", "required");

    var first = (Outcome.Streams) process("a.webm", webm, settings);
    StreamPlan.Source source = first.plan().source();
    assertThat(source.key()).endsWith("/rewrapped");
    assertThat(harness.stored(source.key())).hasSize((int) source.size());
    assertThat(first.draft().media().format()).isEqualTo(MediaFormat.WEBM);

    // A repeated attempt finds the file, which the parts of the first one refer to.
    var second = (Outcome.Streams) process("a.webm", webm, settings);
    assertThat(second.plan().source()).isEqualTo(source);
  }

  @Test
  void oneThatIsReplacedDuringWorkLeavesNothing() throws Exception {
    byte[] flv = Files.readAllBytes(Ffmpeg.make(folder.resolve("a.flv"), BOTH + "-c:v flv -an"));
    Job job = harness.put("a.flv", flv);
    harness.put("a.flv", Fixtures.LANDSCAPE_VIDEO.bytes());

    assertThat(harness.process(job, settings(Map.of()))).isEqualTo(new Outcome.Vanished());
    assertThat(harness.store.keys("processed/")).isEmpty();
  }

  @Test
  void soundAloneIsNoPicture() throws Exception {
    byte[] sound =
        Files.readAllBytes(
            Ffmpeg.make(folder.resolve("a.ogg"), "-f lavfi -i sine=d=1 -c:a libvorbis"));

    assertThat(rejection("a.ogg", sound, Map.of())).isEqualTo(ErrorCode.NO_PICTURE);
  }

  @Test
  void isRefusedWhereItIsSwitchedOff() throws Exception {
    byte[] webm = {0x1a, 0x45, (byte) 0xdf, (byte) 0xa3, 'w', 'e', 'b', 'm', 0, 0, 0, 0};

    var settings = Map.of("darkroom.video.containers", "false");
    var outcome = (Outcome.Rejected) process("a.webm", webm, settings);

    assertThat(outcome.rejection().message())
        .contains("It is a WebM file; MP4, MOV and 3GP files are.");
  }

  @Test
  void aScrambledTransportStreamIsEncrypted() throws Exception {
    byte[] stream =
        Files.readAllBytes(
            Ffmpeg.make(folder.resolve("a.ts"), BOTH + "-c:v libx264 -preset ultrafast -c:a aac"));
    var random = new SplittableRandom(7);
    for (int at = 0; at < stream.length; at += 188) {
      boolean ofProgram = (stream[at + 1] & 0x1f) == 1;
      boolean adapted = (stream[at + 3] & 0x20) != 0;
      if (ofProgram) {
        stream[at + 3] |= (byte) 0x80;
        for (int i = adapted ? 5 + (stream[at + 4] & 0xff) : 4; i < 188; i++) {
          stream[at + i] ^= (byte) random.nextInt();
        }
      }
    }

    assertThat(rejection("a.ts", stream, Map.of())).isEqualTo(ErrorCode.ENCRYPTED);
  }

  @Test
  void aMatroskaFileWithAnEncryptedTrackIsEncrypted() throws Exception {
    String head = "1A45DFA387428284" + "7765626D" + "1853806701FFFFFFFFFFFFFF";
    String tracks = "1654AE6B8B" + "AE89" + "6D8086" + "624083" + "503580";

    assertThat(rejection("a.webm", HexFormat.of().parseHex(head + tracks), Map.of()))
        .isEqualTo(ErrorCode.ENCRYPTED);
  }

  @Test
  void rubbishBehindAValidHeadIsDamaged() throws Exception {
    byte[] webm = new byte[100_000];
    System.arraycopy(new byte[] {0x1a, 0x45, (byte) 0xdf, (byte) 0xa3}, 0, webm, 0, 4);

    assertThat(rejection("a.webm", webm, Map.of())).isEqualTo(ErrorCode.CORRUPT_FILE);
  }

  @Test
  void oneThatIsTooLargeIsNotRead() throws Exception {
    byte[] flv = new byte[(1 << 20) + 1];
    System.arraycopy(new byte[] {'F', 'L', 'V', 1}, 0, flv, 0, 4);

    var settings = Map.of("darkroom.video.max-container-size", "1M");
    assertThat(rejection("a.flv", flv, settings)).isEqualTo(ErrorCode.TOO_LARGE);
  }

  @ParameterizedTest
  @CsvSource({"bbb_642x642_768kbps_30fps_vp9.webm, WEBM", "sample.mkv, MATROSKA"})
  void samplesOfOthersAreShown(String name, MediaFormat format) throws Exception {
    assumeTrue(PipelineHarness.samples().isPresent(), "no sample videos");

    var outcome = (Outcome.Completed) process(name, PipelineHarness.sample(name), Map.of());

    assertThat(outcome.media().format()).isEqualTo(format);
    assertThat(outcome.renditions()).extracting(Rendition::name).contains("poster", "video");
  }

  private ErrorCode rejection(String name, byte[] file, Map<String, String> settings)
      throws Exception {
    return ((Outcome.Rejected) process(name, file, settings)).rejection().code();
  }

  private Outcome process(String name, byte[] file, Map<String, String> some) throws Exception {
    Job job = harness.put(name, file);
    return harness.process(job, settings(some));
  }

  private static VideoSettings settings(Map<String, String> some) {
    var settings = new HashMap<>(some);
    settings.put("darkroom.engine", PipelineHarness.engine());
    return PipelineHarness.settings(settings);
  }
}
