package dev.darkroom.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaId;
import dev.darkroom.fixtures.Fixtures;
import dev.darkroom.stage.batch.JobEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Messages that waited for a person are handled once they are sent back. */
@OnEachBackend
final class RedriveTest {
  private final Darkroom darkroom;
  private final Cloud cloud;

  RedriveTest(Backend backend) {
    this.darkroom = backend.darkroom();
    this.cloud = darkroom.cloud();
  }

  @AfterEach
  void leaveNothing() {
    cloud.unhandled().drain();
  }

  /** The job to process a finished photo again, which nobody has sent yet. */
  private JobEvent job(MediaId id) {
    Manifest manifest = cloud.awaitManifest(id);
    return JobEvent.written(cloud.bucket(), manifest.original())
        .again(Instant.now().truncatedTo(ChronoUnit.MILLIS));
  }

  private MediaId photo() {
    byte[] bytes = Fixtures.PLAIN_PHOTO.bytes();
    return new MediaId(darkroom.api().upload("photo.jpg", "image/jpeg", bytes));
  }

  @Test
  void aMessageInUnhandledComesBackAndIsHandled() {
    MediaId id = photo();
    JobEvent job = job(id);
    cloud.unhandled().send(job);

    Operator.Ended redrive = darkroom.operator().run("redrive");

    assertThat(redrive.output()).contains("Sent back 1 from unhandled", "image-jobs   1");
    assertThat(redrive.status()).isZero();
    await("the photo to be processed again")
        .atMost(Cloud.PATIENCE)
        .until(
            () ->
                Objects.equals(
                    cloud.awaitManifest(id).processing().requestedAt(), job.requestedAt()));
    assertThat(cloud.unhandled().drain()).isEmpty();
  }

  @Test
  void aDryRunAndAMessageThatNobodyUnderstandsLeaveItWhereItIs() {
    MediaId id = photo();
    cloud.unhandled().send(job(id));
    cloud.unhandled().send("What is this?");

    Operator.Ended dry = darkroom.operator().run("redrive", "--dry-run");

    assertThat(dry.output()).contains("Would send back 1", "1 stay", "cannot be read: not JSON");
    assertThat(dry.status()).isEqualTo(1);

    Operator.Ended redrive = darkroom.operator().run("redrive", "--rate", "100/s");

    assertThat(redrive.output()).contains("Sent back 1", "1 stay");
    assertThat(redrive.status()).isEqualTo(1);
    assertThat(cloud.unhandled().drain()).containsExactly("What is this?");
  }
}
