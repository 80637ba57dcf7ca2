package dev.darkroom.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Media;
import dev.darkroom.contract.MediaFormat;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Missing;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Placeholder;
import dev.darkroom.contract.Rendition;
import dev.darkroom.engine.foreign.NativeCodecs;
import dev.darkroom.fixtures.Fixtures;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.job.Job;
import dev.darkroom.stage.job.SampleJob;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VideoPipelineTest {
  private final PipelineHarness harness = new PipelineHarness();

  @Test
  void describesTheVideo() throws Exception {
    assertThat(completed(Fixtures.LANDSCAPE_VIDEO).media())
        .isEqualTo(
            Media.video(
                MediaFormat.MP4,
                320,
                180,
                new Media.Video(
                    1200L,
                    0,
                    25.0,
                    179_913L,
                    null,
                    3,
                    List.of(
                        new Media.Track(
                            "video",
                            "avc1.42c00c",
                            "Constrained Baseline 1.2",
                            132_620L,
                            new Media.Color(8, "4:2:0", null, null, null),
                            null,
                            null),
                        new Media.Track("audio", "mp4a.40.2", "LC", 32_229L, null, 1, 44_100)))));
    assertThat(completed(Fixtures.PORTRAIT_VIDEO).media())
        .isEqualTo(
            Media.video(
                MediaFormat.MOV,
                180,
                320,
                new Media.Video(
                    1500L,
                    90,
                    30.0,
                    100_347L,
                    "2026-03-29T10:15:30Z",
                    5,
                    List.of(
                        new Media.Track(
                            "video",
                            "avc1.64000d",
                            "High 1.3",
                            93_381L,
                            new Media.Color(8, "4:2:0", null, null, null),
                            null,
                            null)))));
  }

  @Test
  void describesAFragmentedVideo() throws Exception {
    Media.Video video =
        Objects.requireNonNull(completed(Fixtures.FRAGMENTED_VIDEO).media().video());

    assertThat(video.durationMillis()).isEqualTo(1280);
    assertThat(video.frameRate()).isEqualTo(25.0);
    assertThat(video.tracks()).hasSize(2);
  }

  @Test
  void widePixelsMakeAWiderPicture() throws Exception {
    Media media = completed(Fixtures.SLICES_VIDEO).media();

    assertThat(media.width()).isEqualTo(424);
    assertThat(media.height()).isEqualTo(178);
  }

  @ParameterizedTest
  @CsvSource({
    "LANDSCAPE_VIDEO, 320, 180",
    "PORTRAIT_VIDEO, 180, 320",
    "SLICES_VIDEO, 424, 178",
    "FRAGMENTED_VIDEO, 320, 180"
  })
  void makesAPosterAndAThumbnail(Fixtures fixture, int width, int height) throws Exception {
    Outcome.Completed outcome = completed(fixture);

    assertThat(outcome.missing()).isEmpty();
    assertThat(outcome.renditions())
        .extracting(Rendition::name, Rendition::contentType, Rendition::width, Rendition::height)
        .contains(
            tuple("poster", "image/jpeg", width, height),
            tuple("medium", "image/jpeg", width, height),
            tuple("small", "image/jpeg", width, height),
            tuple("thumb", "image/jpeg", 160, 160));
    for (Rendition rendition : outcome.renditions()) {
      if (!rendition.contentType().equals("image/jpeg")) {
        continue;
      }
      byte[] jpeg = harness.stored(rendition.key());
      BufferedImage picture = ImageIO.read(new ByteArrayInputStream(jpeg));
      assertThat(picture.getWidth()).isEqualTo(rendition.width());
      assertThat(picture.getHeight()).isEqualTo(rendition.height());
      assertThat(rendition.size()).isEqualTo(jpeg.length);
    }
  }

  @Test
  void makesAStoryboardThatPlayersScrub() throws Exception {
    Outcome.Completed outcome = completed(Fixtures.PORTRAIT_VIDEO);

    BufferedImage sheet = ImageIO.read(new ByteArrayInputStream(file(outcome, "storyboard.jpg")));
    String cues = new String(file(outcome, "storyboard.vtt"), StandardCharsets.UTF_8);
    // Five keyframes: three columns and two rows of upright tiles.
    assertThat(sheet.getWidth()).isEqualTo(3 * 90);
    assertThat(sheet.getHeight()).isEqualTo(2 * 160);
    assertThat(cues)
        .startsWith("WEBVTT\n\n00:00:00.000 --> ")
        .contains("jpg#xywh=180,0,90,160\n")
        .containsPattern(" --> 00:00:01\\.500\nstoryboard-\\S+\\.jpg#xywh=90,160,90,160\n");
    assertThat(cues.lines().filter(line -> line.contains("-->"))).hasSize(5);
  }

  @Test
  void makesAPreviewThatMoves() throws Exception {
    assumeTrue(NativeCodecs.available(), "no libwebp on this machine");
    Outcome.Completed outcome = completed(Fixtures.PORTRAIT_VIDEO);

    byte[] preview = file(outcome, "preview.webp");

    String chunks = new String(preview, StandardCharsets.ISO_8859_1);
    assertThat(chunks).startsWith("RIFF").contains("ANIM").contains("ANMF");
  }

  @Test
  void makesAPlaceholderToShowUntilThePosterLoads() throws Exception {
    Placeholder placeholder =
        Objects.requireNonNull(completed(Fixtures.LANDSCAPE_VIDEO).placeholder());

    assertThat(placeholder.color()).matches("#[0-9a-f]{6}");
    assertThat(Base64.getDecoder().decode(placeholder.thumbHash())).hasSizeBetween(5, 25);
  }

  @Test
  void whatIsFinishedWhenTheTimeIsUpIsKept() throws Exception {
    Job job = harness.put("clip.mp4", Fixtures.LANDSCAPE_VIDEO.bytes());
    VideoSettings hasty =
        PipelineHarness.settings(Map.of("darkroom.video.time-budget", "PT0.000001S"));

    var outcome = (Outcome.Completed) harness.process(job, hasty);

    assertThat(outcome.media().video()).isNotNull();
    assertThat(outcome.missing()).extracting(Missing::code).containsOnly(ErrorCode.TOOK_TOO_LONG);
    assertThat(outcome.missing()).extracting(Missing::name).contains("poster", "video");
  }

  private byte[] file(Outcome.Completed outcome, String name) throws Exception {
    return harness.stored(
        outcome.renditions().stream()
            .map(Rendition::key)
            .filter(key -> SampleJob.plainName(key).equals(name))
            .findFirst()
            .orElseThrow());
  }

  @Test
  void choosesNoBlackFrameForThePoster() throws Exception {
    BufferedImage poster = poster(completed(Fixtures.PORTRAIT_VIDEO));

    assertThat(brightest(poster)).isGreaterThan(200);
  }

  /** ffmpeg's test picture has bars of pure colors, most of them an eighth of its width. */
  @ParameterizedTest
  @CsvSource({
    "0.14, 0.9, 255, 0, 0",
    "0.23, 0.9, 0, 255, 0",
    "0.41, 0.9, 255, 255, 0",
    "0.59, 0.9, 0, 0, 255",
    "0.77, 0.9, 255, 0, 255",
    "0.90, 0.5, 0, 255, 255"
  })
  void theColorsAreRight(double x, double y, int red, int green, int blue) throws Exception {
    BufferedImage poster = poster(completed(Fixtures.SLICES_VIDEO));

    int rgb = poster.getRGB((int) (x * poster.getWidth()), (int) (y * poster.getHeight()));

    assertThat(rgb >> 16 & 0xff).isCloseTo(red, within(8));
    assertThat(rgb >> 8 & 0xff).isCloseTo(green, within(8));
    assertThat(rgb & 0xff).isCloseTo(blue, within(8));
  }

  @ParameterizedTest
  @CsvSource({
    "HEVC_VIDEO, unsupported-format, HEVC",
    "TEN_BIT_VIDEO, unsupported-format, 10 bits",
    "INTERLACED_VIDEO, unsupported-format, MBAFF"
  })
  void completesWithoutAPosterWhatItCannotDecode(Fixtures fixture, String code, String word)
      throws Exception {
    Outcome.Completed outcome = completed(fixture);

    assertThat(outcome.media().width()).isEqualTo(320);
    assertThat(outcome.media().video()).isNotNull();
    assertThat(outcome.renditions()).extracting(Rendition::name).containsExactly("video");
    List<Missing> pictures =
        outcome.missing().stream().filter(it -> !it.name().equals("stream")).toList();
    assertThat(pictures)
        .extracting(Missing::name)
        .containsExactly("poster", "medium", "small", "thumb", "storyboard", "preview");
    assertThat(pictures).allMatch(missing -> missing.code().toString().equals(code));
    assertThat(pictures).allMatch(missing -> missing.message().contains(word));
  }

  @Test
  void theReadablePartOfATruncatedVideoMakesItsPoster() throws Exception {
    Outcome.Completed outcome = completed(Fixtures.TRUNCATED_VIDEO);

    assertThat(outcome.renditions()).extracting(Rendition::name).contains("poster");
  }

  @Test
  void withoutAnyReadableKeyframeThePosterIsMissing() throws Exception {
    byte[] whole = Fixtures.TRUNCATED_VIDEO.bytes();
    byte[] indexOnly = Arrays.copyOf(whole, indexOf(whole, "mdat") + 8);

    var outcome = (Outcome.Completed) harness.process("index.mp4", indexOnly);

    assertThat(outcome.renditions()).extracting(Rendition::name).containsExactly("video");
    assertThat(outcome.missing()).extracting(Missing::code).containsOnly(ErrorCode.CORRUPT_FILE);
  }

  @ParameterizedTest
  @CsvSource({
    "EMPTY, empty-file",
    "GARBAGE, unsupported-format",
    "MATROSKA_VIDEO, unsupported-format",
    "NO_INDEX_VIDEO, corrupt-file",
    "SOUND_ONLY, no-picture"
  })
  void refusesWhatCanNeverSucceed(Fixtures fixture, String code) throws Exception {
    var outcome = (Outcome.Rejected) harness.process(fixture.fileName(), fixture.bytes());

    assertThat(outcome.rejection().code()).hasToString(code);
  }

  @Test
  void anIndexWithoutItsSampleEntriesIsCorrupt() throws Exception {
    byte[] bytes = Fixtures.LANDSCAPE_VIDEO.bytes();
    bytes[indexOf(bytes, "stsd")] = 'x';

    var outcome = (Outcome.Rejected) harness.process("broken.mp4", bytes);

    assertThat(outcome.rejection().code()).isEqualTo(ErrorCode.CORRUPT_FILE);
    assertThat(outcome.rejection().message()).contains("stsd");
  }

  @ParameterizedTest
  @EnumSource(names = {"PLAIN_PHOTO", "ALPHA_PNG", "LZW_TIFF"})
  void handsPicturesOver(Fixtures fixture) throws Exception {
    assertThat(harness.process("clip.mp4", fixture.bytes()))
        .isEqualTo(new Outcome.BelongsTo(MediaKind.IMAGE));
  }

  @Test
  void writesNothingAboutAnOriginalThatIsGone() throws Exception {
    Job job = harness.put("clip.mp4", Fixtures.LANDSCAPE_VIDEO.bytes());
    harness.store.delete(List.of(job.original().key()));

    assertThat(harness.process(job)).isEqualTo(new Outcome.Vanished());
    assertThat(harness.store.keys("")).isEmpty();
  }

  @Test
  void writesNothingAboutAnOriginalThatWasReplaced() throws Exception {
    Job job = harness.put("clip.mp4", Fixtures.LANDSCAPE_VIDEO.bytes());
    harness.put("clip.mp4", Fixtures.PORTRAIT_VIDEO.bytes());

    assertThat(harness.process(job)).isEqualTo(new Outcome.Vanished());
    assertThat(harness.store.keys("processed/")).isEmpty();
  }

  @Test
  void doingItTwiceGivesTheSameBytes() throws Exception {
    String key = completed(Fixtures.PORTRAIT_VIDEO).renditions().getFirst().key();
    byte[] first = harness.stored(key);
    completed(Fixtures.PORTRAIT_VIDEO);

    assertThat(harness.stored(key)).isEqualTo(first);
  }

  @Test
  void isTriedAgainWhenTheInvocationRunsOutOfTime() {
    Job job = harness.put("clip.mp4", Fixtures.LANDSCAPE_VIDEO.bytes());
    Job late = SampleJob.of(job.original(), job.etag(), job.size(), Deadline.after(Duration.ZERO));

    assertThatThrownBy(() -> harness.process(late)).isInstanceOf(TimeoutException.class);
  }

  private Outcome.Completed completed(Fixtures fixture) throws Exception {
    return (Outcome.Completed) harness.process(fixture.fileName(), fixture.bytes());
  }

  private BufferedImage poster(Outcome.Completed outcome) throws Exception {
    byte[] jpeg = harness.stored(outcome.renditions().getFirst().key());
    return ImageIO.read(new ByteArrayInputStream(jpeg));
  }

  private static int brightest(BufferedImage picture) {
    int brightest = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        brightest = Math.max(brightest, picture.getRGB(x, y) >> 8 & 0xff);
      }
    }
    return brightest;
  }

  private static int indexOf(byte[] bytes, String text) {
    for (int i = 0; i < bytes.length - 4; i++) {
      if (new String(bytes, i, 4, StandardCharsets.ISO_8859_1).equals(text)) {
        return i;
      }
    }
    throw new AssertionError("no " + text);
  }
}
