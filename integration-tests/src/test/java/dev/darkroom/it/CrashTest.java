package dev.darkroom.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.Manifest.Status;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Workers that die in the middle of their work lose nothing, and every upload gets its result. */
@OnEachBackend
final class CrashTest {
  private static final String WORKER = "ImageWorker";

  private final Darkroom darkroom;
  private final Cloud cloud;

  CrashTest(Backend backend) {
    this.darkroom = backend.darkroom();
    this.cloud = darkroom.cloud();
  }

  @Test
  void workThatIsKilledIsTriedAgainAndFinished() {
    try (var _ = cloud.jobs(MediaKind.IMAGE).bringsBackAfter(Duration.ofSeconds(5))) {
      var id = new MediaId(darkroom.api().upload("photo.jpg", "image/jpeg", SlowPhoto.bytes()));
      await("a worker at work")
          .atMost(Cloud.PATIENCE)
          .pollInterval(Duration.ofMillis(10))
          .until(() -> darkroom.workers().killBusy(WORKER));

      Manifest manifest = cloud.awaitManifest(id);

      assertThat(manifest.status()).isEqualTo(Status.COMPLETED);
      assertThat(manifest.processing().attempt()).isGreaterThan(1);
    }
  }

  @Test
  void aPhotoThatKillsItsWorkerFiveTimesIsGivenUpToldAndCanBeProcessedAgain() {
    var subscriber = new Subscriber(cloud, "{\"code\":[\"gave-up\"]}");
    cloud.jobs(MediaKind.IMAGE).awaitIdle();
    MediaId id;
    try (var _ = cloud.jobs(MediaKind.IMAGE).bringsBackAfter(Duration.ofSeconds(2));
        var killer = Killer.of(darkroom.workers(), WORKER)) {
      id = new MediaId(darkroom.api().upload("killer.jpg", "image/jpeg", SlowPhoto.bytes()));
      Manifest manifest = cloud.awaitManifest(id);
      assertThat(manifest.status()).isEqualTo(Status.FAILED);
      assertThat(Objects.requireNonNull(manifest.error()).code()).isEqualTo(ErrorCode.GAVE_UP);
      assertThat(subscriber.awaitOne(id).attributes()).containsEntry("code", "gave-up");
      assertThat(killer.killed()).isGreaterThanOrEqualTo(5);
    }

    darkroom.api().post("/media/" + id + "/reprocess");

    await("the second chance")
        .atMost(Cloud.PATIENCE)
        .until(() -> cloud.awaitManifest(id).status() == Status.COMPLETED);
  }
}
