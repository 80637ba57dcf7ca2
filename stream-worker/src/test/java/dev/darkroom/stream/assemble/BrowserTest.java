package dev.darkroom.stream.assemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.contract.Rendition;
import dev.darkroom.contract.stream.StreamPlan.Rung;
import dev.darkroom.fixtures.Browser;
import dev.darkroom.fixtures.Browser.Played;
import dev.darkroom.fixtures.Ffmpeg;
import dev.darkroom.stage.job.OutputKeys;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the browsers of this machine make of a stream. Variants are played with hls.js, whose {@code
 * hls.min.js} the system property {@code darkroom.hls.js} names.
 */
class BrowserTest {
  private static final double SECONDS = 20;
  private static final double FRAME = 0.041;

  @TempDir static Path folder;
  private static Path saved;
  private static List<Rendition> renditions;

  @BeforeAll
  static void assemble() throws Exception {
    assumeTrue(Ffmpeg.encodes("libx264"), "no ffmpeg on this machine");
    assumeTrue(!Browser.installed().isEmpty(), "neither Chromium nor Firefox on this machine");
    Path movie =
        Ffmpeg.make(
            folder.resolve("movie.mp4"),
            "-f lavfi -i testsrc2=s=640x360:r=25:d=20 -f lavfi -i sine=f=440:r=48000:d=20"
                + " -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac -ac 2"
                + " -video_track_timescale 12800");
    var coded =
        new CodedMovie(
                folder, movie, new Rung("stream-360", 640, 360), new Rung("stream-180", 320, 180))
            .withCopiedSound(-1024 / 48_000.0);
    coded.until(4).until(8, "-bf 0").until(12).until(16, "-bf 1").until(SECONDS);
    renditions = coded.assembled().renditions();
    saved = coded.saved();
  }

  private static Path file(String name, String extension) {
    return renditions.stream()
        .filter(it -> it.name().equals(name) && it.key().endsWith(extension))
        .map(it -> saved.resolve(OutputKeys.fileName(it.key())))
        .findFirst()
        .orElseThrow();
  }

  private static void check(Played played, int width, int height) {
    assertThat(played.errors()).isEmpty();
    assertThat(played.duration()).isEqualTo(SECONDS, within(FRAME));
    assertThat(played.width()).isEqualTo(width);
    assertThat(played.height()).isEqualTo(height);
    assertThat(played.sound()).isTrue();
    assertThat(played.middle()).isEqualTo(SECONDS / 2, within(FRAME));
    assertThat(played.late()).isEqualTo(SECONDS - 1, within(FRAME));
    assertThat(played.early()).isEqualTo(SECONDS / 4, within(FRAME));
    assertThat(played.again()).isEqualTo(SECONDS - 1, within(FRAME));
    assertThat(played.end()).isEqualTo(SECONDS, within(FRAME));
  }

  @Test
  void theVideoPlaysAndSeeksByItself() throws Exception {
    for (Browser browser : Browser.installed()) {
      check(browser.play(file("video", "mp4")), 640, 360);
    }
  }

  @Test
  void everyVariantPlaysAndSeeks() throws Exception {
    String hlsJs = System.getProperty("darkroom.hls.js");
    assumeTrue(hlsJs != null, "no hls.js: -Ddarkroom.hls.js=… names its hls.min.js");
    for (Browser browser : Browser.installed()) {
      check(browser.play(file("stream", "m3u8"), 0, Path.of(hlsJs)), 320, 180);
      check(browser.play(file("stream", "m3u8"), 1, Path.of(hlsJs)), 640, 360);
    }
  }
}
