package dev.darkroom.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.contract.Media;
import dev.darkroom.contract.Outcome;
import dev.darkroom.fixtures.Ffmpeg;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The metadata of a video agrees with ffprobe. */
class MetadataTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.mp4 | -c:v libx264 -profile:v high -level 4.1 -c:a aac -ac 2 -ar 48000 | High 4.1",
        "b.mov | -c:v libx264 -profile:v baseline -c:a pcm_s16le | Constrained Baseline 1.2",
        "c.mp4 | -c:v libx264 -pix_fmt yuv420p10le -c:a aac -ar 22050 | High 10 1.2",
        "d.mp4 | -c:v libx264 -pix_fmt yuv422p -c:a ac3 | High 4:2:2 1.2",
        "e.mp4 | -c:v libx265 -pix_fmt yuv420p10le -tag:v hvc1 -x265-params log-level=error -c:a"
            + " aac | Main 10 2.0",
        "f.mp4 | -c:v libx265 -x265-params log-level=error -c:a aac -ac 6 | Main 2.0",
        "g.mp4 | -c:v libvpx-vp9 -c:a libopus | Profile 0",
        "h.mp4 | -c:v libaom-av1 -cpu-used 8 -c:a aac | Main 2.0",
        "i.mp4 | -c:v libx264 -vf setsar=4/3 -color_range pc -colorspace bt709 -an | High 1.2",
        "j.mp4 | -c:v libx264 -movflags frag_keyframe+empty_moov -c:a aac | High 1.2",
        "k.mp4 | -c:v mpeg4 -c:a aac |",
      })
  void agreesWithFfprobe(String name, String coding, String profile) throws Exception {
    assumeTrue(Ffmpeg.encodes(), "no ffmpeg on this machine");
    Path file =
        Ffmpeg.make(
            folder.resolve(name),
            "-f lavfi -i testsrc2=size=320x180:rate=25:duration=2 -f lavfi -i"
                + " sine=frequency=440:duration=2 "
                + coding);

    Media media =
        ((Outcome.Completed) new PipelineHarness().process(name, Files.readAllBytes(file))).media();

    Media.Video video = Objects.requireNonNull(media.video());
    double seconds = Double.parseDouble(Ffmpeg.probe(file, "", "duration"));
    assertThat(Objects.requireNonNull(video.durationMillis()) / 1000.0)
        .isCloseTo(seconds, within(0.05));
    String rate = Ffmpeg.probe(file, "v:0", "avg_frame_rate");
    int slash = rate.indexOf('/');
    double frames = Double.parseDouble(rate.substring(0, slash));
    assertThat(Objects.requireNonNull(video.frameRate()))
        .isCloseTo(frames / Double.parseDouble(rate.substring(slash + 1)), within(0.3));
    Media.Track picture = video.tracks().getFirst();
    if (profile == null) {
      // MPEG-4 Part 2, whose configuration is not parsed.
      assertThat(picture.profile()).isNull();
      assertThat(picture.colour()).isNull();
    } else {
      assertThat(picture.profile()).startsWith(profile);
      assertThat(profile).startsWith(Ffmpeg.probe(file, "v:0", "profile"));
      String format = Ffmpeg.probe(file, "v:0", "pix_fmt");
      Media.Color color = Objects.requireNonNull(picture.colour());
      assertThat(color.bitDepth()).isEqualTo(format.contains("10") ? 10 : 8);
      assertThat(color.chroma()).isEqualTo(format.contains("422") ? "4:2:2" : "4:2:0");
    }
    for (Media.Track track : video.tracks()) {
      if (track.type().equals("audio")) {
        assertThat(track.channels()).hasToString(Ffmpeg.probe(file, "a:0", "channels"));
        assertThat(track.sampleRate()).hasToString(Ffmpeg.probe(file, "a:0", "sample_rate"));
      }
    }
  }

  @Test
  void namesTheColorsOfHighDynamicRange() throws Exception {
    assumeTrue(Ffmpeg.encodes(), "no ffmpeg on this machine");
    Path file =
        Ffmpeg.make(
            folder.resolve("hdr.mp4"),
            "-f lavfi -i testsrc2=size=320x180:rate=25:duration=1 -pix_fmt yuv420p10le -c:v libx265"
                + " -tag:v hvc1 -x265-params log-level=error -color_primaries bt2020 -color_trc"
                + " smpte2084 -colorspace bt2020nc -color_range tv");

    Media media =
        ((Outcome.Completed) new PipelineHarness().process("hdr.mp4", Files.readAllBytes(file)))
            .media();

    assertThat(Objects.requireNonNull(media.video()).tracks().getFirst().colour())
        .isEqualTo(new Media.Color(10, "4:2:0", "pq", "bt2020", false));
  }

  @Test
  void theTracksSizeStretchesPicturesThatStateNoPixelAspect() throws Exception {
    assumeTrue(Ffmpeg.encodes(), "no ffmpeg on this machine");
    Path file =
        Ffmpeg.make(
            folder.resolve("wide.mp4"),
            "-f lavfi -i testsrc2=size=240x180:rate=25:duration=1 -c:v libx264");
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    bytes[text.indexOf("pasp")] = 'x';
    int width = text.indexOf("tkhd") + 4 + 76;
    ByteBuffer.wrap(bytes).putShort(width, (short) 320);
    Files.write(file, bytes);

    Media media = ((Outcome.Completed) new PipelineHarness().process("wide.mp4", bytes)).media();

    assertThat(Ffmpeg.probe(file, "v:0", "display_aspect_ratio")).isEqualTo("16:9");
    assertThat(media.width()).isEqualTo(320);
    assertThat(media.height()).isEqualTo(180);
  }

  @Test
  void paddingThatOnlyTheContainerCropsIsNotShown() throws Exception {
    assumeTrue(Ffmpeg.encodes(), "no ffmpeg on this machine");
    Path file =
        Ffmpeg.make(
            folder.resolve("padded.mp4"),
            "-f lavfi -i testsrc2=size=320x192:rate=25:duration=1 -vf"
                + " drawbox=y=180:h=12:t=fill:color=lime -c:v libx264");
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    ByteBuffer.wrap(bytes)
        .putShort(text.indexOf("avc1", text.indexOf("stsd")) + 4 + 26, (short) 180);
    ByteBuffer.wrap(bytes).putShort(text.indexOf("tkhd") + 4 + 80, (short) 180);
    var harness = new PipelineHarness();

    var outcome = (Outcome.Completed) harness.process("padded.mp4", bytes);

    assertThat(outcome.media().height()).isEqualTo(180);
    BufferedImage poster =
        ImageIO.read(
            new ByteArrayInputStream(harness.stored(outcome.renditions().getFirst().key())));
    assertThat(poster.getHeight()).isEqualTo(180);
    int lime = 0;
    for (int x = 0; x < 320; x++) {
      int pixel = poster.getRGB(x, 179);
      boolean green = (pixel >> 8 & 0xff) > 200;
      lime += green && (pixel >> 16 & 0xff) < 60 && (pixel & 0xff) < 60 ? 1 : 0;
    }
    assertThat(lime).as("lime pixels of 320 in the last row").isLessThan(160);
  }
}
