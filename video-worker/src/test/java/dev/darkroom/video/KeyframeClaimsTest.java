package dev.darkroom.video;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Missing;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Rendition;
import dev.darkroom.fixtures.Ffmpeg;
import dev.darkroom.stage.job.SampleJob;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures are those of true keyframes, whatever the container claims about its samples. */
class KeyframeClaimsTest {
  /** Has a keyframe each second. */
  private static final String PICTURE =
      "-f lavfi -i testsrc2=size=320x180:rate=12:duration=24 -g 12 ";

  private static final String H264 = PICTURE + "-c:v libx264 -bf 2 -x264-params scenecut=0";

  private static final String FRAGMENTED =
      H264 + " -movflags frag_keyframe+empty_moov+default_base_moof -frag_duration 4000000";

  /** Sample flags (ISO/IEC 14496-12, 8.8.3.1): a sync sample and another. */
  private static final int SYNC = 0x2000000;

  private static final int NON_SYNC = 0x1010000;

  @TempDir private Path folder;

  @BeforeEach
  void needFfmpeg() {
    assumeTrue(Ffmpeg.encodes(), "no ffmpeg on this machine");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-c:v libx264 -bf 2 -x264-params scenecut=0",
        "-c:v libx264 -bf 2 -x264-params scenecut=0:open-gop=1",
        "-c:v libx264 -x264-params scenecut=0:aud=1 -flags +ildct+ilme",
        "-c:v libx264 -pix_fmt yuv420p10le -x264-params scenecut=0",
        "-c:v libx265 -tag:v hvc1 -x265-params log-level=error:scenecut=0",
        "-c:v libvpx-vp9 -deadline realtime -cpu-used 8",
        "-c:v libaom-av1 -usage realtime -cpu-used 8",
        "-c:v mpeg4 -bf 2 -sc_threshold 1000000000",
        "-c:v mpeg2video -r 24 -g 24 -bf 2 -sc_threshold 1000000000",
      })
  void aFileThatMarksNoKeyframesLooksLikeOneThatDoes(String coding) throws Exception {
    byte[] file = made("a.mp4", PICTURE + coding);
    Map<String, String> expected = pictures(file);
    assertThat(cues(expected)).isEqualTo(24);

    // Without this table every sample counts as a keyframe (ISO/IEC 14496-12, 8.6.2).
    assertThat(pictures(renamed(file, "stss"))).containsExactlyEntriesOf(expected);
  }

  @Test
  void aTableThatMarksOtherSamplesIsNotBelieved() throws Exception {
    byte[] file = made("a.mp4", H264);
    ByteBuffer later = ByteBuffer.wrap(file.clone());
    ByteBuffer beyond = ByteBuffer.wrap(file.clone());
    int table = at(file, "stss") + 8;
    for (int i = 0; i < later.getInt(table); i++) {
      int row = table + 4 + 4 * i;
      later.putInt(row, later.getInt(row) + 1);
      beyond.putInt(row, beyond.getInt(row) + 1_000);
    }

    Map<String, String> expected = pictures(file);
    assertThat(pictures(later.array())).containsExactlyEntriesOf(expected);
    assertThat(pictures(beyond.array())).containsExactlyEntriesOf(expected);
  }

  @Test
  void fragmentsThatMarkEverySampleAlikeAreNotBelieved() throws Exception {
    byte[] file = made("a.mp4", FRAGMENTED);

    Map<String, String> expected = pictures(file);
    assertThat(cues(expected)).isEqualTo(24);
    assertThat(pictures(flagged(file, SYNC))).containsExactlyEntriesOf(expected);
    assertThat(pictures(flagged(file, NON_SYNC))).containsExactlyEntriesOf(expected);
  }

  /** Each recovery point is marked, but only the first frame can be decoded alone. */
  @ParameterizedTest
  @ValueSource(strings = {"yuv420p", "yuv420p10le"})
  void recoveryPointsThatNeedOtherFramesMakeNoPictures(String format) throws Exception {
    byte[] file = made("a.mp4", PICTURE + "-c:v libx264 -intra-refresh 1 -pix_fmt " + format);
    assertThat(ByteBuffer.wrap(file).getInt(at(file, "stss") + 8)).isGreaterThan(20);

    assertThat(cues(pictures(file))).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yuv420p", "yuv420p10le"})
  void aVideoWithoutATrueKeyframeSaysSo(String format) throws Exception {
    byte[] file =
        made("a.mp4", PICTURE + "-c:v libx264 -x264-params scenecut=0 -pix_fmt " + format);
    byte[] cut = renamed(file, "stss");
    // The slices of the keyframes become slices that refer to other frames.
    for (int at = at(cut, "mdat") + 4; at + 6 < cut.length; ) {
      int length = ByteBuffer.wrap(cut).getInt(at);
      if (length < 1 || length > cut.length - at - 4) {
        break;
      }
      if ((cut[at + 4] & 31) == 5) {
        cut[at + 4] = 0x41;
        cut[at + 5] = (byte) 0xe0;
      }
      at += 4 + length;
    }

    var outcome = process(cut);

    assertThat(outcome.missing())
        .filteredOn(it -> !Set.of("video", "stream").contains(it.name()))
        .extracting(Missing::code)
        .containsOnly(ErrorCode.NO_PICTURE);
    assertThat(outcome.missing())
        .extracting(Missing::message)
        .contains("No keyframe was found: the frames marked as keyframes need other frames.");
  }

  private byte[] made(String name, String arguments) throws Exception {
    return Files.readAllBytes(Ffmpeg.make(folder.resolve(name), arguments));
  }

  private static int at(byte[] file, String type) {
    return new String(file, ISO_8859_1).indexOf(type);
  }

  /** Makes a box one that readers skip. */
  private static byte[] renamed(byte[] file, String type) {
    byte[] copy = file.clone();
    System.arraycopy("free".getBytes(ISO_8859_1), 0, copy, at(file, type), 4);
    return copy;
  }

  /** Gives all samples of all fragments the same flags. */
  private static byte[] flagged(byte[] file, int flags) {
    ByteBuffer bytes = ByteBuffer.wrap(file.clone());
    String text = new String(file, ISO_8859_1);
    for (int at = text.indexOf("trex"); at >= 0; at = text.indexOf("trex", at + 1)) {
      bytes.putInt(at + 24, flags);
    }
    for (int at = text.indexOf("tfhd"); at >= 0; at = text.indexOf("tfhd", at + 1)) {
      // Its last field is the default flags.
      assertThat(bytes.getInt(at + 4) & 0x20).isEqualTo(0x20);
      bytes.putInt(at - 4 + bytes.getInt(at - 4) - 4, flags);
    }
    for (int at = text.indexOf("trun"); at >= 0; at = text.indexOf("trun", at + 1)) {
      int fields = bytes.getInt(at + 4);
      assertThat(fields & 0x400).as("flags of each sample").isZero();
      if ((fields & 4) != 0) {
        bytes.putInt(at + 16, flags);
      }
    }
    return bytes.array();
  }

  private static long cues(Map<String, String> pictures) {
    return pictures
        .getOrDefault("storyboard.vtt", "")
        .lines()
        .filter(line -> line.contains("-->"))
        .count();
  }

  private Outcome.Completed process(byte[] file) throws Exception {
    return process(new PipelineHarness(), file);
  }

  private static Outcome.Completed process(PipelineHarness harness, byte[] file) throws Exception {
    VideoSettings settings =
        PipelineHarness.settings(Map.of("darkroom.engine", PipelineHarness.engine()));
    return (Outcome.Completed) harness.process(harness.put("a.mp4", file), settings);
  }

  /** Returns a hash of each picture, and the cues as they are. */
  private static Map<String, String> pictures(byte[] file) throws Exception {
    var harness = new PipelineHarness();
    var pictures = new TreeMap<String, String>();
    for (Rendition rendition : process(harness, file).renditions()) {
      String name = SampleJob.plainName(rendition.key());
      byte[] bytes = harness.stored(rendition.key());
      if (!name.endsWith(".mp4")) {
        pictures.put(
            name,
            name.endsWith(".vtt")
                ? new String(bytes, ISO_8859_1).replaceAll("(?m)^storyboard.*jpg", "")
                : Integer.toHexString(Arrays.hashCode(bytes)));
      }
    }
    return pictures;
  }
}
