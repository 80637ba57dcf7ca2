package dev.darkroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
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
    this.streams = new Streams(darkroom, darkroom.cloud());
  }

  @Test
  void thePagePlaysAnHevcVideoWithSoundFromStartMiddleAndEnd(@TempDir Path folder)
      throws Exception {
    Path original = Clip.ofPhone(folder);
    try (var browser = Browser.start(folder)) {
      darkroom.cloud().awaitManifest(streams.upload(original));
      browser.open(darkroom.api().base());

      browser.evaluate(
          """
          new Promise((done) => {
            setInterval(() => {
              const newest = document.querySelector("#gallery .card");
              if (newest && !document.querySelector("#detail").open) { newest.click(); }
              if (document.querySelector("#detail-body video")) { done(true); }
            }, 200);
          })
          """);

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
}
