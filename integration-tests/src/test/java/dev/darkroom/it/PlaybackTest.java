package dev.darkroom.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.contract.MediaId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Darkroom makes of a video plays in a real browser, with sound, from wherever one likes. */
@OnTheLocalCloud
final class PlaybackTest {
  private static final int SECONDS = 9;

  private final Darkroom darkroom;
  private final Streams streams;

  PlaybackTest(Backend backend) {
    this.darkroom = backend.darkroom();
    this.streams = new Streams(darkroom);
  }

  @Test
  void thePagePlaysAnHevcVideoWithSoundFromStartMiddleAndEnd(@TempDir Path folder)
      throws Exception {
    Path original = Clip.ofPhone(folder);
    try (var browser = Browser.start(folder)) {
      MediaId id = streams.upload(original);
      darkroom.cloud().awaitManifest(id);
      browser.open(darkroom.api().base());

      browser.evaluate(
          """
          new Promise((done) => {
            setInterval(() => {
              const card = document.querySelector("#gallery [data-id='%s'] .card");
              if (card && !document.querySelector("#detail").open) { card.click(); }
              if (document.querySelector("#detail-body video")) { done(true); }
            }, 200);
          })
          """
              .formatted(id));

      assertPlaysEverywhere(browser);
    }
  }

  @Test
  void theStreamPlaysThroughItsPlaylists(@TempDir Path folder) throws Exception {
    Path original = Clip.ofPhone(folder);
    try (var browser = Browser.start(folder)) {
      String player = player(folder);
      MediaId id = streams.upload(original);
      darkroom.cloud().awaitManifest(id);
      browser.open(darkroom.api().base());
      browser.evaluate(player);

      browser.evaluate(
          """
          new Promise((done, fail) => {
            document.body.prepend(document.createElement("video"));
            const hls = new Hls();
            hls.on(Hls.Events.ERROR, (_, error) => error.fatal && fail(new Error(error.details)));
            hls.on(Hls.Events.MANIFEST_PARSED, (_, found) => done(found.levels.length));
            hls.loadSource("/media/%s/playlists/stream.m3u8");
            hls.attachMedia(document.querySelector("video"));
          })
          """
              .formatted(id));

      assertPlaysEverywhere(browser);
    }
  }

  private static void assertPlaysEverywhere(Browser browser) {
    for (double from : new double[] {0, SECONDS / 2.0, SECONDS - 0.8}) {
      JsonNode shown = play(browser, from);
      assertThat(shown.path("time").asDouble()).as("%s", shown).isBetween(from, from + 5);
      assertThat(shown.path("duration").asDouble()).isBetween(SECONDS - 0.1, SECONDS + 0.1);
      assertThat(shown.path("sound").asInt()).isPositive();
      assertThat(shown.path("frames").asInt()).isPositive();
      assertThat(shown.path("height").asInt()).isGreaterThan(shown.path("width").asInt());
    }
  }

  /** Plays for a moment from a time on; tells what came of it. */
  private static JsonNode play(Browser browser, double from) {
    return browser.evaluate(
        """
          (async () => {
            const player = document.querySelector("video");
            const moved = (time) => new Promise((done, fail) => {
              player.onerror = () => fail(new Error(player.error.message));
              player.ontimeupdate = () => { if (player.currentTime > time && !player.seeking) { done(); } };
              setTimeout(() => fail(new Error("stands at " + player.currentTime)), 30000);
            });
            player.muted = false;
            const from = %s;
            if (from > 0) { player.currentTime = from; }
            const plays = moved(from + 0.2);
            player.play();
            await plays;
            player.pause();
            return {
              time: player.currentTime, duration: player.duration,
              sound: player.webkitAudioDecodedByteCount,
              width: player.videoWidth, height: player.videoHeight,
              frames: player.getVideoPlaybackQuality().totalVideoFrames
            };
          })()
          """
            .formatted(from));
  }

  /** Fetches hls.js; skips the test where npm is missing, or cannot. */
  private static String player(Path folder) throws IOException, InterruptedException {
    try {
      Process npm =
          new ProcessBuilder(
                  "npm", "install", "--no-save", "--prefix", folder.toString(), "hls.js@1")
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("npm.log").toFile())
              .start();
      boolean ended = npm.waitFor(60, TimeUnit.SECONDS);
      npm.destroyForcibly();
      assumeTrue(ended && npm.waitFor() == 0, "npm cannot fetch hls.js");
    } catch (IOException e) {
      assumeTrue(false, "no npm on this machine");
    }
    return Files.readString(folder.resolve("node_modules/hls.js/dist/hls.min.js"));
  }
}
