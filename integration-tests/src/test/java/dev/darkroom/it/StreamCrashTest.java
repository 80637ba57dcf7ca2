package dev.darkroom.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.Manifest.Status;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.Missing;
import dev.darkroom.contract.WorkKey;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers that die while they make a stream lose nothing and double nothing. */
@OnEachBackend
final class StreamCrashTest {
  private final Darkroom darkroom;
  private final Cloud cloud;
  private final Streams streams;

  StreamCrashTest(Backend backend) {
    this.darkroom = backend.darkroom();
    this.cloud = darkroom.cloud();
    this.streams = new Streams(darkroom);
  }

  @Test
  void aWorkerKilledAtASegmentAndAtTheEndCostsATryAndNothingElse(@TempDir Path folder) {
    var subscriber = new Subscriber(cloud, "{}");
    MediaId id;
    Manifest manifest;
    try (var _ = cloud.tasks().bringsBackAfter(Duration.ofSeconds(6))) {
      MediaId uploaded = streams.upload(Clip.phone(folder, 9));
      awaitKill("at a segment", () -> !streams.work(uploaded).isEmpty());
      awaitKill("at the end", () -> parts(uploaded) == 3);

      id = uploaded;
      manifest = cloud.awaitManifest(id);
    }

    assertThat(manifest.status()).isEqualTo(Status.COMPLETED);
    assertThat(Streams.names(manifest)).contains("stream", "video");
    Presentation shown = Presentation.of(streams.download(manifest, "video", folder));
    shown.assertShowsAtTheTimesOf(Presentation.of(Clip.phone(folder, 9)));
    streams.assertNothingElse(id);
    subscriber.awaitOne(id);
    assertThat(subscriber.about(id)).hasSize(1);
  }

  private interface Moment {
    boolean isThere();
  }

  private void awaitKill(String when, Moment moment) {
    await("a worker " + when)
        .atMost(Cloud.PATIENCE)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> moment.isThere() && darkroom.workers().killBusy(Streams.WORKER));
  }

  private long parts(MediaId id) {
    return streams.work(id).stream()
        .flatMap(key -> WorkKey.parse(key).stream())
        .filter(key -> key.name().startsWith("parts/"))
        .count();
  }

  @Test
  void aVideoWhosePartsKillTheirWorkersFiveTimesIsCompletedWithoutAStreamAndToldOnce(
      @TempDir Path folder) {
    var subscriber = new Subscriber(cloud, "{}");
    cloud.tasks().awaitIdle();
    MediaId id;
    try (var _ = cloud.tasks().bringsBackAfter(Duration.ofSeconds(2));
        var killer = Killer.of(darkroom.workers(), Streams.WORKER)) {
      id = streams.upload(Clip.phone(folder, 5));
      Manifest manifest = cloud.awaitManifest(id);
      assertThat(manifest.status()).isEqualTo(Status.COMPLETED);
      assertThat(manifest.missing())
          .filteredOn(it -> it.name().equals("stream"))
          .extracting(Missing::code)
          .containsExactly(ErrorCode.GAVE_UP);
      assertThat(Streams.names(manifest)).contains("poster").doesNotContain("stream");
      assertThat(killer.killed()).isGreaterThanOrEqualTo(5);
      streams.assertNothingElse(id);
    }
    subscriber.awaitOne(id);
    assertThat(subscriber.about(id)).hasSize(1);

    darkroom.api().post("/media/" + id + "/reprocess");

    await("the second chance")
        .atMost(Cloud.PATIENCE)
        .until(() -> Streams.names(cloud.awaitManifest(id)).contains("stream"));
  }
}
