package dev.darkroom.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.contract.Missing;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Rendition;
import dev.darkroom.engine.ffmpeg.EngineFinder;
import dev.darkroom.engine.ffmpeg.KeyframeEngine;
import dev.darkroom.fixtures.Ffmpeg;
import dev.darkroom.fixtures.Fixtures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The engine decodes what Java cannot, and its pictures look the same. */
class EngineTest {
  private static final String BT601 = "-vf scale=in_color_matrix=bt709:out_color_matrix=bt601";
  private static final String BT709 = "-vf setparams=colorspace=bt709";
  private static final String RGB = "-vf scale=in_color_matrix=bt709,format=";

  private final PipelineHarness harness = new PipelineHarness();

  @TempDir private Path folder;

  @BeforeEach
  void needFfmpeg() {
    assumeTrue(Ffmpeg.encodes(), "no ffmpeg on this machine");
  }

  @ParameterizedTest
  @EnumSource(names = {"HEVC_VIDEO", "TEN_BIT_VIDEO", "INTERLACED_VIDEO"})
  void makesThePicturesOfTheFixtures(Fixtures fixture) throws Exception {
    Outcome.Completed outcome = process(fixture.fileName(), fixture.bytes());

    assertThat(outcome.missing()).extracting(Missing::name).doesNotContain("poster", "storyboard");
    assertThat(outcome.renditions()).extracting(Rendition::name).contains("poster", "storyboard");
  }

  /** The SMPTE color bars do not move, so every keyframe has them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "java.mp4      | -c:v libx264",
        "hevc.mp4      | -c:v libx265 -tag:v hvc1 -x265-params log-level=error",
        "hevc10.mov    | -pix_fmt yuv420p10le -c:v libx265 -tag:v hvc1 -x265-params"
            + " log-level=error",
        "ten.mp4       | -pix_fmt yuv420p10le -c:v libx264",
        "wide.mp4      | -pix_fmt yuv422p -c:v libx264",
        "vp9.mp4       | -c:v libvpx-vp9",
        "av1.mp4       | -c:v libaom-av1 -cpu-used 8",
        "mbaff.mp4     | -c:v libx264 -flags +ildct+ilme",
        "prores.mov    | -c:v prores_ks -profile:v 3 " + BT709,
        "proxy.mov     | -c:v prores_ks -profile:v 0 -flags +ildct -s 1280x720",
        "alpha.mov     | -c:v prores_ks -profile:v 4 -pix_fmt yuva444p10le " + BT709,
        "xq.mov        | -c:v prores_ks -profile:v 5 -pix_fmt yuv444p10le " + BT709,
        "dnxhr.mov     | -c:v dnxhd -profile:v dnxhr_hq -pix_fmt yuv422p",
        "dnxhd.mov     | -s 1920x1080 -r 25 -c:v dnxhd -b:v 120M -pix_fmt yuv422p",
        "mpeg2.mp4     | -r 25 -c:v mpeg2video",
        "mpeg2.mov     | -r 25 -c:v mpeg2video -flags +ildct+ilme -pix_fmt yuv422p",
        "mpeg4.mov     | -c:v mpeg4 -movflags +write_colr",
        "xvid.mov      | -c:v mpeg4 -tag:v XVID -movflags +write_colr",
        "ffv1.mov      | -c:v ffv1 -movflags +write_colr",
        "v210.mov      | -c:v v210 -pix_fmt yuv422p10le -movflags +write_colr",
        // These are by BT.601, whatever their size.
        "motion.mov    | -c:v mjpeg -s 1280x720 " + BT601,
        "motion.mp4    | -c:v mjpeg -pix_fmt yuvj444p " + BT601,
        "h263.3gp      | -c:v h263 -s 352x288 " + BT601,
        "svq1.mov      | -c:v svq1 -pix_fmt yuv410p " + BT601,
        "dv.mov        | -c:v dvvideo -s 720x576 -r 25 -pix_fmt yuv420p " + BT601,
        "dvntsc.mov    | -c:v dvvideo -s 720x480 -r 30000/1001 -pix_fmt yuv411p " + BT601,
        // These are red, green and blue.
        "png.mov       | -c:v png -s 1280x720 " + RGB + "rgb24",
        "png.mp4       | -c:v png " + RGB + "rgba",
        "animation.mov | -c:v qtrle -s 1280x720 " + RGB + "rgb24",
        "argb.mov      | -c:v qtrle " + RGB + "argb",
        "raw.mov       | -c:v rawvideo -s 1280x720 " + RGB + "rgb24",
        "cineform.mov  | -c:v cfhd -s 1280x720 " + RGB + "gbrp12le",
      })
  void theColorsAreRight(String name, String coding) throws Exception {
    Path file =
        Ffmpeg.make(
            folder.resolve(name),
            "-f lavfi -i smptehdbars=size=320x180:rate=5:duration=1 -colorspace bt709 " + coding);

    BufferedImage poster = poster(process(name, Files.readAllBytes(file)));

    // The upper bars at 75%: yellow, cyan, green, magenta, red, blue (SMPTE RP 219).
    int[][] bars = {
      {191, 191, 0}, {0, 191, 191}, {0, 191, 0}, {191, 0, 191}, {191, 0, 0}, {0, 0, 191}
    };
    for (int i = 0; i < bars.length; i++) {
      // Seven bars share the middle three quarters.
      int x = (int) (poster.getWidth() * (0.125 + 0.75 * (i + 1.5) / 7));
      int rgb = poster.getRGB(x, poster.getHeight() / 4);
      for (int channel = 0; channel < 3; channel++) {
        assertThat(rgb >> (16 - 8 * channel) & 0xff)
            .as("channel %d of bar %d", channel, i)
            .isCloseTo(bars[i][channel], within(10));
      }
    }
  }

  @Test
  void codecsThatAreNotDecodedAreNamed() throws Exception {
    // Its sample entry holds a color table.
    Path file =
        Ffmpeg.make(
            folder.resolve("a.mov"), "-f lavfi -i testsrc2=size=320x180:duration=1 -c:v smc");

    assertThat(process("a.mov", Files.readAllBytes(file)).missing())
        .filteredOn(it -> !it.name().equals("stream"))
        .extracting(Missing::message)
        .isNotEmpty()
        .allMatch(it -> it.endsWith("Apple Graphics video (smc) cannot be decoded here."));
  }

  @Test
  void rotatesAsPhonesMark() throws Exception {
    Path file =
        Ffmpeg.make(
            folder.resolve("phone.mov"),
            "-f lavfi -i testsrc2=size=320x180:rate=10:duration=2 -c:v libx265 -tag:v hvc1"
                + " -x265-params log-level=error");

    BufferedImage poster = poster(process("phone.mov", Files.readAllBytes(Ffmpeg.turned(file))));

    assertThat(poster.getWidth()).isEqualTo(180);
    assertThat(poster.getHeight()).isEqualTo(320);
  }

  /** PQ frames look the same whether the container says so too, or only the frames do. */
  @Test
  void mapsTonesThatOnlyTheFramesAnnounce() throws Exception {
    assumeTrue(engine().selfTest().mapsTones(), "the engine maps no tones");
    Path file =
        Ffmpeg.make(
            folder.resolve("pq.mp4"),
            "-f lavfi -i smptehdbars=size=320x180:rate=5:duration=1 -pix_fmt yuv420p10le"
                + " -colorspace bt2020nc -color_primaries bt2020 -color_trc smpte2084"
                + " -c:v libx265 -tag:v hvc1 -x265-params log-level=error");
    byte[] told = Files.readAllBytes(file);
    byte[] untold = told.clone();
    int color = new String(told, StandardCharsets.ISO_8859_1).indexOf("colr");
    System.arraycopy("free".getBytes(StandardCharsets.ISO_8859_1), 0, untold, color, 4);

    BufferedImage expected = poster(process("told.mp4", told));
    BufferedImage poster = poster(process("untold.mp4", untold));

    // 75% white is far brighter in PQ than on a screen.
    assertThat(expected.getRGB(70, 50) & 0xff).isGreaterThan(200);
    for (int x = 0; x < poster.getWidth(); x += 8) {
      assertThat(poster.getRGB(x, 50)).isEqualTo(expected.getRGB(x, 50));
    }
  }

  private static KeyframeEngine engine() {
    return EngineFinder.find(null, System.getenv("PATH")).orElseThrow();
  }

  private Outcome.Completed process(String name, byte[] bytes) throws Exception {
    String engine = engine().program().executable().toString();
    VideoSettings settings = PipelineHarness.settings(Map.of("darkroom.engine", engine));
    return (Outcome.Completed) harness.process(harness.put(name, bytes), settings);
  }

  private BufferedImage poster(Outcome.Completed outcome) throws Exception {
    assertThat(outcome.missing()).extracting(Missing::name).doesNotContain("poster");
    byte[] jpeg = harness.stored(outcome.renditions().getFirst().key());
    return ImageIO.read(new ByteArrayInputStream(jpeg));
  }
}
