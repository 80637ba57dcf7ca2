package dev.darkroom.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Missing;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Rendition;
import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.contract.stream.StreamPlan.Rung;
import dev.darkroom.fixtures.Ffmpeg;
import dev.darkroom.stage.job.Job;
import dev.darkroom.stage.stream.StreamInput;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which videos are coded as streams, and what their coders get. */
class StreamPlanTest {
  private final PipelineHarness harness = new PipelineHarness();

  @TempDir private Path folder;

  @BeforeEach
  void needsFfmpeg() {
    assumeTrue(Ffmpeg.encodes(), "no ffmpeg on this machine");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain.mp4   | required | false | -c:v libx264 -pix_fmt yuv420p -c:a aac",
        "plain.mov   | required | false | -c:v libx264 -pix_fmt yuv420p -c:a aac",
        "mute.mp4    | required | false | -c:v libx264 -pix_fmt yuv420p -an",
        "mp3.mp4     | required | false | -c:v libx264 -pix_fmt yuv420p -c:a libmp3lame",
        "surround.mp4| required | false | -c:v libx264 -pix_fmt yuv420p -c:a aac -ac 6",
        "split.mp4   | required | false | -c:v libx264 -pix_fmt yuv420p -c:a aac"
            + " -movflags frag_keyframe+empty_moov",
        "plain.mp4   | never    | false | -c:v libx264 -pix_fmt yuv420p -c:a aac",
        "plain.mp4   | always   | true  | -c:v libx264 -pix_fmt yuv420p -c:a aac",
        "hevc.mp4    | required | true  | -c:v libx265 -x265-params log-level=error -c:a aac",
        "hevc-s.mp4  | required | true  | -c:v libx265 -x265-params log-level=error -an"
            + " -movflags frag_keyframe+empty_moov",
        "deep.mp4    | required | true  | -c:v libx264 -pix_fmt yuv420p10le -c:a aac",
        "wide.mp4    | required | true  | -c:v libx264 -pix_fmt yuv422p -c:a aac",
        "full.mp4    | required | true  | -c:v libx264 -pix_fmt yuv444p -an",
        "level.mp4   | required | true  | -c:v libx264 -pix_fmt yuv420p -level 5.2 -an",
        "pcm.mov     | required | true  | -c:v libx264 -pix_fmt yuv420p -c:a pcm_s16le",
        "ac3.mp4     | required | true  | -c:v libx264 -pix_fmt yuv420p -c:a ac3",
        "asp.mp4     | required | true  | -c:v mpeg4 -c:a aac",
        "prores.mov  | required | true  | -c:v prores_ks -c:a pcm_s16be",
      })
  void whatBrowsersDoNotPlayIsCoded(String name, String policy, boolean coded, String coding)
      throws Exception {
    Outcome outcome = process(make(name, coding), Map.of("darkroom.stream", policy));

    assertThat(outcome instanceof Outcome.Streams).isEqualTo(coded);
    Outcome.Completed completed =
        outcome instanceof Outcome.Streams streams ? streams.draft() : (Outcome.Completed) outcome;
    assertThat(completed.missing()).extracting(Missing::name).doesNotContain("stream", "sound");
    assertThat(completed.renditions()).extracting(Rendition::name).contains("poster", "video");
  }

  @Test
  void thePlanSaysAllThatCodersNeed() throws Exception {
    Path turned =
        Ffmpeg.turned(
            make(
                "phone.mov",
                "-c:v libx265 -tag:v hvc1 -x265-params log-level=error -pix_fmt yuv420p10le"
                    + " -color_primaries bt2020 -color_trc arib-std-b67 -colorspace bt2020nc"
                    + " -c:a aac"));
    Job job = harness.put("phone.mov", Files.readAllBytes(turned));

    StreamPlan plan = ((Outcome.Streams) harness.process(job, settings(Map.of()))).plan();

    assertThat(plan.source())
        .isEqualTo(new StreamPlan.Source(job.original().key(), job.etag(), job.size()));
    assertThat(plan.picture().rotation()).isEqualTo(90);
    assertThat(plan.picture().mirrored()).isFalse();
    assertThat(plan.picture().interlaced()).isFalse();
    assertThat(plan.picture().frameRate()).isEqualTo(25);
    assertThat(Objects.requireNonNull(plan.picture().color()).transfer()).isEqualTo(18);
    assertThat(plan.rungs()).containsExactly(new Rung("stream-180", 180, 320));
    assertThat(plan.segments()).hasSize(1);
    assertThat(plan.segments().getFirst().length()).isEqualTo(3 * plan.picture().timescale());
    assertThat(Objects.requireNonNull(plan.sound()).copied()).isTrue();
    assertThat(plan.replacesVideo()).isTrue();
    byte[] inputs = harness.stored(plan.inputs().key());
    assertThat(plan.inputs().size()).isEqualTo(inputs.length);
    for (StreamPlan.Slice slice :
        new StreamPlan.Slice[] {plan.segments().getFirst().input(), plan.sound().input()}) {
      int from = (int) slice.from();
      StreamInput input =
          StreamInput.parse(Arrays.copyOfRange(inputs, from, from + slice.length()));
      assertThat(input.payload()).isPositive();
    }
  }

  @Test
  void aPlayableVideoKeepsItsOwnFile() throws Exception {
    Path file = make("plain.mp4", "-c:v libx264 -pix_fmt yuv420p -c:a aac");

    var outcome = (Outcome.Streams) process(file, Map.of("darkroom.stream", "always"));

    assertThat(outcome.plan().replacesVideo()).isFalse();
  }

  @Test
  void interlacedVideoSaysSo() throws Exception {
    Path file = make("fields.mp4", "-c:v libx264 -flags +ilme+ildct -pix_fmt yuv420p10le -an");

    var outcome = (Outcome.Streams) process(file, Map.of());

    assertThat(outcome.plan().picture().interlaced()).isTrue();
  }

  @Test
  void soundThatNobodyKnowsIsMissingAndSaysSo() throws Exception {
    byte[] bytes =
        Files.readAllBytes(make("hevc.mp4", "-c:v libx265 -x265-params log-level=error -c:a ac3"));
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    System.arraycopy(new byte[] {'m', 'h', 'a', '1'}, 0, bytes, text.indexOf("ac-3"), 4);

    var outcome =
        (Outcome.Streams) harness.process(harness.put("a.mp4", bytes), settings(Map.of()));

    assertThat(outcome.plan().sound()).isNull();
    assertThat(outcome.draft().missing())
        .filteredOn(missing -> missing.name().equals("sound"))
        .extracting(Missing::message)
        .singleElement()
        .asString()
        .contains("Sound of mha1 cannot be decoded");
  }

  @Test
  void withoutAnEncoderTheVideoStaysAsItIs() throws Exception {
    Path file = make("hevc.mp4", "-c:v libx265 -x265-params log-level=error -an");

    var outcome = (Outcome.Completed) process(file, Map.of("darkroom.engine", "/nowhere/ffmpeg"));

    assertThat(outcome.renditions()).extracting(Rendition::name).contains("video");
    assertThat(outcome.missing())
        .filteredOn(missing -> missing.name().equals("stream"))
        .singleElement()
        .satisfies(
            missing -> assertThat(missing.code()).isEqualTo(ErrorCode.UNSUPPORTED_FORMAT),
            missing -> assertThat(missing.message()).contains("No encoder"));
  }

  @Test
  void whereStreamsAreSwitchedOffTheVideoStaysAndSaysSo() throws Exception {
    Path file = make("hevc.mp4", "-c:v libx265 -x265-params log-level=error -an");

    var outcome = (Outcome.Completed) process(file, Map.of("darkroom.stream", "never"));

    assertThat(outcome.renditions()).extracting(Rendition::name).contains("video");
    assertThat(outcome.missing())
        .singleElement()
        .satisfies(
            missing -> assertThat(missing.name()).isEqualTo("stream"),
            missing -> assertThat(missing.code()).isEqualTo(ErrorCode.UNSUPPORTED_FORMAT),
            missing -> assertThat(missing.message()).contains("switched off"));
  }

  @Test
  void anEncryptedVideoIsNotCoded() throws Exception {
    Path file =
        make(
            "locked.mp4",
            "-c:v libx264 -pix_fmt yuv420p -an -encryption_scheme cenc-aes-ctr"
                + " -encryption_key 76a6c65c5ea762046bd749a2e632ccbb"
                + " -encryption_kid a7e61c373e219033c21091fa607bf3b8");

    var outcome = (Outcome.Completed) process(file, Map.of());

    assertThat(outcome.missing())
        .filteredOn(missing -> missing.name().equals("stream"))
        .extracting(Missing::code)
        .containsExactly(ErrorCode.ENCRYPTED);
  }

  private Path make(String name, String coding) {
    return Ffmpeg.make(
        folder.resolve(name),
        "-f lavfi -i testsrc2=size=320x180:rate=25:duration=3 -f lavfi -i sine=duration=3 "
            + coding);
  }

  private Outcome process(Path file, Map<String, String> some) throws Exception {
    Job job = harness.put(file.getFileName().toString(), Files.readAllBytes(file));
    return harness.process(job, settings(some));
  }

  private static VideoSettings settings(Map<String, String> some) {
    var all =
        new HashMap<>(
            Map.of("darkroom.engine", PipelineHarness.engine(), "darkroom.stream", "required"));
    all.putAll(some);
    return PipelineHarness.settings(all);
  }
}
