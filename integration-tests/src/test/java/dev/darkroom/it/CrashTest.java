package dev.darkroom.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.Manifest.Status;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.it.Workers.Worker;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
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

  @AfterEach
  void restore() {
    cloud.jobs(MediaKind.IMAGE).visibility(Duration.ofSeconds(30));
  }

  @Test
  void workThatIsKilledIsTriedAgainAndFinished() {
    cloud.jobs(MediaKind.IMAGE).visibility(Duration.ofSeconds(5));
    var id = new MediaId(darkroom.api().upload("photo.jpg", "image/jpeg", SlowPhoto.bytes()));
    await("a worker at work")
        .atMost(Cloud.PATIENCE)
        .pollInterval(Duration.ofMillis(10))
        .until(this::killBusy);

    Manifest manifest = cloud.awaitManifest(id);

    assertThat(manifest.status()).isEqualTo(Status.COMPLETED);
    assertThat(manifest.processing().attempt()).isGreaterThan(1);
  }

  @Test
  void aPhotoThatKillsItsWorkerFiveTimesIsGivenUpToldAndCanBeProcessedAgain() {
    var subscriber = new Subscriber(cloud, "{\"code\":[\"gave-up\"]}");
    cloud.jobs(MediaKind.IMAGE).awaitIdle();
    cloud.jobs(MediaKind.IMAGE).visibility(Duration.ofSeconds(2));
    MediaId id;
    try (var killer = Killer.of(darkroom.workers(), WORKER)) {
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

  private boolean killBusy() {
    List<Worker> busy = darkroom.workers().busy(WORKER);
    busy.forEach(Workers::kill);
    return !busy.isEmpty();
  }
}
