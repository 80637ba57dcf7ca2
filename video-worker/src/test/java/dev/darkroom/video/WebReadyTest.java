package dev.darkroom.video;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Rendition;
import dev.darkroom.fixtures.Ffmpeg;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The copy that plays while it downloads has every packet, as ffmpeg reads both. */
class WebReadyTest {
  private static final String SOUND = " -f lavfi -i sine=frequency=440:duration=3";

  private final PipelineHarness harness = new PipelineHarness();

  @TempDir private Path folder;

  @BeforeEach
  void needFfmpeg() {
    assumeTrue(Ffmpeg.encodes(), "no ffmpeg on this machine");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "small.mp4    | testsrc2=size=320x180:rate=25:duration=3 | -c:v libx264 -bf 3 -c:a aac",
        "small.mov    | testsrc2=size=320x180:rate=25:duration=3 | -c:v libx264 -bf 3 -c:a aac",
        "phone.mov    | testsrc2=size=320x180:rate=30:duration=3 | -c:v libx264 -c:a aac",
        "hevc.mp4     | testsrc2=size=320x180:rate=25:duration=3 | -c:v libx265 -tag:v hvc1"
            + " -x265-params log-level=error -c:a aac",
        "pcm.mov      | testsrc2=size=320x180:rate=25:duration=3 | -c:v libx264 -c:a pcm_s16le",
        "noise.mp4    | nullsrc=size=640x360:rate=25:duration=3,geq=random(1)*255:128:128 |"
            + " -c:v libx264 -preset ultrafast -qp 8 -c:a aac",
      })
  void theCopyHasEveryPacket(String name, String picture, String coding) throws Exception {
    Path original =
        Ffmpeg.make(folder.resolve(name), "-f lavfi -i " + picture + SOUND + " " + coding);
    if (name.equals("phone.mov")) {
      original = Ffmpeg.turned(original);
    }
    assertThat(indexFirst(Files.readAllBytes(original))).isFalse();

    Rendition video = video(original);

    Path copy = stored(video, "copy-" + name);
    assertThat(Ffmpeg.packets(copy)).isEqualTo(Ffmpeg.packets(original)).hasSizeGreaterThan(100);
    assertThat(indexFirst(Files.readAllBytes(copy))).isTrue();
    assertThat(Ffmpeg.list(copy, "v:0", "stream_side_data=rotation"))
        .isEqualTo(Ffmpeg.list(original, "v:0", "stream_side_data=rotation"));
    assertThat(video.size()).isEqualTo(Files.size(copy));
    assertThat(video.contentType())
        .isEqualTo(name.equals("pcm.mov") ? "video/quicktime" : "video/mp4");
    assertThat(harness.store.unfinished()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "last.mp4,       -movflags +write_colr",
    "last.mov,       -movflags +write_colr",
    "first.mp4,      -moov_size 30000",
    "first.mov,      -moov_size 30000",
    "fragmented.mp4, -movflags +frag_keyframe+empty_moov+default_base_moof",
    "fragmented.mov, -movflags +frag_keyframe+empty_moov+default_base_moof",
  })
  void noOutputTellsWhereOrWithWhatItWasRecorded(String name, String layout) throws Exception {
    Path made =
        Ffmpeg.make(
            folder.resolve("made-" + name),
            "-f lavfi -i testsrc2=size=320x180:duration=3 -f lavfi -i sine=duration=3 -map 0:v"
                + " -map 1:a -map 1:a -c:v libx264 -g 30 -c:a aac -metadata creation_time=2024-05-06"
                + " -metadata title=secret-title "
                + layout);
    byte[] hidden = PrivateFile.of(Files.readAllBytes(made));
    Path original = Files.write(folder.resolve(name), hidden);
    assertThat(Ffmpeg.packets(original)).as("the file is still sound").hasSizeGreaterThan(100);

    var settings = PipelineHarness.settings(Map.of("darkroom.video.hls", "true"));
    var outcome = (Outcome.Completed) harness.process(harness.put(name, hidden), settings);

    boolean fragmented = name.startsWith("fragmented");
    assertThat(outcome.renditions()).hasSizeGreaterThan(fragmented ? 7 : 8);
    for (Rendition rendition : outcome.renditions()) {
      assertThat(new String(harness.stored(rendition.key()), StandardCharsets.ISO_8859_1))
          .as(rendition.key())
          .doesNotContain(PrivateFile.SECRET, "secret-title", "VideoHandler", "libx264");
    }
    Path copy = stored(video(outcome), "copy-" + name);
    assertThat(Ffmpeg.packets(copy)).isEqualTo(Ffmpeg.packets(original));
    assertThat(Ffmpeg.probe(copy, "", "tags")).isEmpty();
    assertThat(indexFirst(Files.readAllBytes(copy))).isTrue();
    assertThat(harness.store.unfinished()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "mp4, Nothing to see here, true",
    "mov, Nothing to see here, true",
    "mp4, 'GPS (2.2950, 48.8577, 31) ISO 100', false",
    "mov, 'GPS (2.2950, 48.8577, 31) ISO 100', false",
  })
  void captionsAreKeptUnlessTheyTellWhereItWasRecorded(String format, String text, boolean kept)
      throws Exception {
    Path captions = folder.resolve("captions.srt");
    Files.writeString(captions, "1\n00:00:00,000 --> 00:00:01,000\n%s\n".formatted(text));
    Path original =
        Ffmpeg.make(
            folder.resolve("captions." + format),
            "-f lavfi -i testsrc2=size=320x180:duration=2 -i "
                + captions
                + " -c:v libx264 -c:s mov_text -movflags +faststart");
    assertThat(Files.readString(original, ISO_8859_1)).contains(text);

    Path copy = stored(video(original), "copy." + format);

    assertThat(Ffmpeg.probe(copy, "s", "codec_name")).isEqualTo(kept ? "mov_text" : "");
    assertThat(Files.readString(copy, ISO_8859_1).contains(text)).isEqualTo(kept);
    assertThat(Ffmpeg.packets(copy)).isEqualTo(Ffmpeg.packets(original));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "first.mp4      | -movflags +faststart",
        "last.mov       | -g 30",
        "fragmented.mp4 | -movflags +frag_keyframe+empty_moov+default_base_moof",
        "long.mp4       | -g 2 -movflags +frag_keyframe+empty_moov+default_base_moof",
        "timed.mp4      | -x264-params nal-hrd=vbr:vbv-maxrate=900:vbv-bufsize=900",
      })
  void whatRecordersWriteBetweenPicturesIsLeftOut(String name, String coding) throws Exception {
    String secret = PrivateFile.SECRET + "-in-sei";
    Path original =
        Ffmpeg.make(
            folder.resolve(name),
            "-f lavfi -i testsrc2=size=320x180:duration=9 -c:v libx264 -bsf:v h264_metadata="
                + "sei_user_data=086f3693-b7b3-4f2c-9653-21492feee5b8+"
                + secret
                + " "
                + coding);
    assertThat(Files.readString(original, ISO_8859_1)).contains(secret, "x264 - core");

    var settings = PipelineHarness.settings(Map.of("darkroom.video.hls", "true"));
    var outcome =
        (Outcome.Completed)
            harness.process(harness.put(name, Files.readAllBytes(original)), settings);

    assertThat(outcome.renditions())
        .extracting(Rendition::key)
        .isNotEmpty()
        .allSatisfy(
            key ->
                assertThat(new String(harness.stored(key), ISO_8859_1)).doesNotContain("in-sei"));
    Path copy = stored(video(outcome), "copy-" + name);
    assertThat(Files.size(copy)).isGreaterThanOrEqualTo(Files.size(original) - 100);
    assertThat(Ffmpeg.frames(copy)).isEqualTo(Ffmpeg.frames(original)).hasSizeGreaterThan(200);
    assertThat(Files.readString(copy, ISO_8859_1)).contains("x264 - core");
  }

  @Test
  void userDataOfHevcIsLeftOutOfConfigurationsToo() throws Exception {
    Path made =
        Ffmpeg.make(
            folder.resolve("made.mp4"),
            "-f lavfi -i testsrc2=size=320x180:duration=3 -c:v libx265 -tag:v hvc1"
                + " -x265-params log-level=error:keyint=12 -movflags +faststart");
    // What x265 says of itself becomes user data of another program.
    String known = ",\u00a2\u00de\t\u00b5\u0017G\u00db\u00bbU\u00a4";
    String text = Files.readString(made, ISO_8859_1);
    assertThat(text).contains(known);
    Path original = folder.resolve("hevc.mp4");
    Files.writeString(original, text.replace(known, "ACME-camera"), ISO_8859_1);

    Path copy = stored(video(original), "copy.mp4");

    assertThat(Files.readString(copy, ISO_8859_1)).doesNotContain("ACME", "x265 (build");
    assertThat(Ffmpeg.frames(copy)).isEqualTo(Ffmpeg.frames(original)).hasSize(75);
  }

  @ParameterizedTest
  @CsvSource({
    "first.mp4,      -movflags +faststart",
    "fragmented.mp4, -movflags +frag_keyframe+empty_moov+default_base_moof",
  })
  void anOriginalThatPlaysAtOnceAndHasNoMetadataIsTheFileItself(String name, String layout)
      throws Exception {
    Path made =
        Ffmpeg.make(
            folder.resolve(name),
            "-f lavfi -i testsrc2=size=320x180:duration=1 -c:v libx264 " + layout);
    Rendition copy = video(made);
    assertThat(copy.key()).startsWith("processed/");
    Path clean = stored(copy, "clean-" + name);

    Rendition video = video(clean);

    assertThat(video.key()).startsWith("originals/video/");
    assertThat(video.size()).isEqualTo(Files.size(clean));
  }

  private Rendition video(Path original) throws Exception {
    var outcome =
        (Outcome.Completed)
            harness.process(original.getFileName().toString(), Files.readAllBytes(original));
    return video(outcome);
  }

  private static Rendition video(Outcome.Completed outcome) {
    return outcome.renditions().stream()
        .filter(rendition -> rendition.name().equals("video"))
        .findFirst()
        .orElseThrow();
  }

  private Path stored(Rendition rendition, String name) throws IOException {
    return Files.write(folder.resolve(name), harness.stored(rendition.key()));
  }

  private static boolean indexFirst(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return text.indexOf("moov") < text.indexOf("mdat");
  }
}
