package dev.darkroom.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.darkroom.contract.Manifest.Status;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.fixtures.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What goes right and wrong shows in the figures of the management port, and in the log. */
@OnEachBackend
final class FiguresTest {
  private static final String STAGE = "stage=\"image-worker\"}";
  private static final String COMPLETED =
      "darkroom_records_total{kind=\"image\",outcome=\"completed\"," + STAGE;
  private static final String REJECTED =
      "darkroom_rejections_total{code=\"corrupt-file\",kind=\"image\"," + STAGE;

  private final Darkroom darkroom;
  private final Cloud cloud;

  FiguresTest(Backend backend) {
    this.darkroom = backend.darkroom();
    this.cloud = darkroom.cloud();
  }

  @Test
  void aCompletedUploadIsCountedFromTheRequestToTheAnnouncement() throws IOException {
    Figures before = darkroom.figures();

    var id = new MediaId(upload("holiday-with-ada.jpg", Fixtures.PHONE_PHOTO.bytes()));

    assertThat(cloud.awaitManifest(id).status()).isEqualTo(Status.COMPLETED);
    awaitRise(before, COMPLETED);
    awaitRise(before, "darkroom_records_total{outcome=\"announced\",stage=\"notifier\"}");
    awaitRise(
        before,
        "darkroom_requests_total{outcome=\"answered\",route=\"POST /media\",stage=\"upload-api\"}");
    awaitRise(before, "darkroom_duration_seconds_count{outcome=\"completed\"," + STAGE);
    awaitRise(before, "darkroom_queue_age_seconds_count{" + STAGE);
    awaitRise(before, "darkroom_original_bytes_total{kind=\"image\"," + STAGE);
    awaitRise(before, "darkroom_estimated_cost_usd_total{kind=\"image\"," + STAGE);
    assertThat(Files.readString(darkroom.data().resolve("log")))
        .contains(id.toString())
        .doesNotContain("holiday-with-ada")
        .doesNotContain("_aws");
  }

  @Test
  void aRefusedUploadIsCountedByItsCode() {
    Figures before = darkroom.figures();

    var id = new MediaId(upload("bad.jpg", Arrays.copyOf(Fixtures.PHONE_PHOTO.bytes(), 600)));

    assertThat(cloud.awaitManifest(id).status()).isEqualTo(Status.FAILED);
    awaitRise(before, REJECTED);
  }

  @Test
  void workThatFailsIsAFailureOfItsBatchAndStaysInItsQueue() {
    JobQueue jobs = cloud.jobs(MediaKind.IMAGE);
    jobs.awaitIdle();
    Figures before = darkroom.figures();

    jobs.send("nobody can read this");

    awaitRise(before, "darkroom_failures_total{" + STAGE);
    awaitRise(before, "darkroom_failed_batches_total{" + STAGE);
    awaitRise(
        before, "function_invocations_total{function=\"ImageWorker\",outcome=\"batch-failures\"}");
    await("the message to wait for its next try")
        .atMost(Cloud.PATIENCE)
        .until(() -> darkroom.figures().of("queue_messages_in_flight{queue=\"ImageJobs\"}") == 1);
    assertThat(darkroom.figures().values()).containsKey("queue_messages{queue=\"Unhandled\"}");
    jobs.purge();
    jobs.awaitIdle();
  }

  private String upload(String name, byte[] file) {
    return darkroom.api().upload(name, "image/jpeg", file);
  }

  private void awaitRise(Figures before, String series) {
    await(series)
        .atMost(Cloud.PATIENCE)
        .until(() -> darkroom.figures().of(series) > before.of(series));
  }
}
