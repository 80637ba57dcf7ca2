package dev.darkroom.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.Manifest.Status;
import dev.darkroom.contract.MediaId;
import dev.darkroom.fixtures.Ffmpeg;
import dev.darkroom.fixtures.Fixtures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A video that browsers do not play comes out as one that they do. */
@OnEachBackend
final class StreamJourneyTest {
  private static final double SYNC = 0.02;
  private static final double LIKE = 0.95;

  private final Darkroom darkroom;
  private final Cloud cloud;
  private final Streams streams;

  StreamJourneyTest(Backend backend) {
    this.darkroom = backend.darkroom();
    this.cloud = darkroom.cloud();
    this.streams = new Streams(darkroom);
  }

  @Test
  void anHevcVideoOfAPhoneComesOutAsAStreamAndIsToldOnce(@TempDir Path folder) {
    Path original = Clip.ofPhone(folder);
    var subscriber = new Subscriber(cloud, "{}");
    MediaId id = streams.upload(original);

    Manifest manifest = cloud.awaitManifest(id);

    assertThat(manifest.status()).isEqualTo(Status.COMPLETED);
    assertThat(manifest.missing()).isEmpty();
    assertThat(Streams.names(manifest))
        .contains("poster", "storyboard", "video", "stream", "stream-270", "stream-160");
    assertShows(Presentation.of(original), streams.download(manifest, "video", folder));
    assertThat(streams.played(id)).containsExactlyInAnyOrder("270,480,270", "160,284,270");
    streams.assertNothingElse(id);
    subscriber.awaitOne(id);
    assertThat(subscriber.about(id)).hasSize(1);
  }

  private static void assertShows(Presentation original, Path video) {
    Presentation shown = Presentation.of(video);
    shown.assertShowsAtTheTimesOf(original);
    assertThat(shown.times().getFirst()).isZero();
    assertThat(shown.ratio()).isCloseTo(270 / 480.0, within(0.01));
    assertThat(shown.similarity(original)).isGreaterThan(LIKE);
    assertThat(shown.soundDelay(original, 0.5, 1.5)).as("at the start").isBetween(-SYNC, SYNC);
    assertThat(shown.soundDelay(original, 7, 1.5)).as("at the end").isBetween(-SYNC, SYNC);
    assertNoGap(video);
  }

  /** Each frame of AAC lasts 1,024 samples, wherever a segment ends. */
  private static void assertNoGap(Path video) {
    List<Double> times =
        Ffmpeg.text(
                "ffprobe",
                "-v error -select_streams a:0 -show_entries packet=pts_time -of csv=p=0",
                video)
            .lines()
            .map(line -> Double.parseDouble(line.replace(",", "")))
            .toList();
    assertThat(times).hasSizeGreaterThan(400);
    for (int i = 1; i < times.size(); i++) {
      assertThat(times.get(i) - times.get(i - 1))
          .as("sound frame %d", i)
          .isCloseTo(1024 / 48_000.0, within(0.0001));
    }
  }

  /** Workers that die keep the stream from being finished for as long as the test looks. */
  @Test
  void whileTheStreamIsMadeTheApiShowsTheRestAndHowFarItIs(@TempDir Path folder) {
    MediaId id;
    try (var _ = cloud.tasks().bringsBackAfter(Duration.ofSeconds(4));
        var _ = Killer.of(darkroom.workers(), Streams.WORKER)) {
      id = streams.upload(Clip.phone(folder, 9));

      JsonNode media = streams.awaitProcessing(id);

      assertThat(media.at("/progress/done").asInt()).isZero();
      assertThat(media.at("/progress/total").asInt()).isEqualTo(3);
      assertThat(media.path("renditions"))
          .anyMatch(it -> it.path("name").asText().equals("poster"));
      assertThat(cloud.manifest(id)).isEmpty();
    }

    assertThat(Streams.names(cloud.awaitManifest(id))).contains("stream", "video");
    streams.assertNothingElse(id);
  }

  @Test
  void aVideoThatPlaysAsItIsGetsNoStream() {
    byte[] video = Fixtures.LANDSCAPE_VIDEO.bytes();
    var id = new MediaId(darkroom.api().upload("clip.mp4", "video/mp4", video));

    Manifest manifest = cloud.awaitManifest(id);

    assertThat(Streams.names(manifest)).contains("video").doesNotContain("stream");
    assertThat(Arrays.equals(video, cloud.bytes(manifest.original().key()))).isTrue();
  }
}
