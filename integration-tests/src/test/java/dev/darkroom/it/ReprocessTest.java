package dev.darkroom.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.Manifest.Status;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.fixtures.Fixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An operator has uploads processed again, whoever owns them. */
@OnTheLocalCloud
final class ReprocessTest {
  private final Darkroom darkroom;
  private final Cloud cloud;

  ReprocessTest(Backend backend) {
    this.darkroom = backend.darkroom();
    this.cloud = darkroom.cloud();
  }

  @AfterEach
  void restore() {
    cloud.jobs(MediaKind.IMAGE).visibility(Duration.ofSeconds(30));
  }

  private MediaId upload(byte[] photo) {
    return new MediaId(darkroom.api().upload("photo.jpg", "image/jpeg", photo));
  }

  private boolean processedAgain(MediaId id) {
    return cloud.awaitManifest(id).processing().requestedAt() != null;
  }

  @Test
  void whatWasGivenUpIsCompletedOnceTheFaultIsMended() {
    cloud.jobs(MediaKind.IMAGE).awaitIdle();
    cloud.jobs(MediaKind.IMAGE).visibility(Duration.ofSeconds(2));
    MediaId id;
    try (var fault = Killer.of(darkroom.workers(), "ImageWorker")) {
      id = upload(SlowPhoto.bytes());
      Manifest manifest = cloud.awaitManifest(id);
      assertThat(Objects.requireNonNull(manifest.error()).code()).isEqualTo(ErrorCode.GAVE_UP);
      assertThat(fault.killed()).isGreaterThanOrEqualTo(5);
    }
    cloud.jobs(MediaKind.IMAGE).visibility(Duration.ofSeconds(30));
    Operator operator = darkroom.operator();
    String[] gaveUp = {"reprocess", "--code", "gave-up"};
    assertThat(operator.run(with(gaveUp, "--kind", "video")).output()).doesNotContain("sent");
    assertThat(operator.run(with(gaveUp, "--owner", "nobody")).output()).startsWith("0 uploads");
    assertThat(operator.run(with(gaveUp, "--dry-run")).output())
        .containsPattern("\\d would be sent");
    assertThat(cloud.awaitManifest(id).status()).isEqualTo(Status.FAILED);

    Operator.Ended ended = operator.run(gaveUp);

    assertThat(ended.output()).containsPattern("\\d sent");
    assertThat(ended.status()).isZero();
    await("the photo to be completed")
        .atMost(Cloud.PATIENCE)
        .until(() -> cloud.awaitManifest(id).status() == Status.COMPLETED);
  }

  private static String[] with(String[] command, String... more) {
    return Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void aRunThatIsKilledInTheMiddleIsEndedByTheNext() throws InterruptedException {
    String start = Instant.now().toString();
    List<MediaId> ids =
        Stream.generate(() -> upload(Fixtures.PLAIN_PHOTO.bytes())).limit(4).toList();
    ids.forEach(cloud::awaitManifest);
    Process slow = darkroom.operator().start("reprocess", "--since", start, "--rate", "15/m");
    await("the first to be processed again")
        .atMost(Cloud.PATIENCE)
        .until(() -> ids.stream().anyMatch(this::processedAgain));

    slow.destroyForcibly().waitFor();
    assertThat(ids.stream().allMatch(this::processedAgain)).isFalse();
    Operator.Ended ended = darkroom.operator().run("reprocess", "--since", start);

    assertThat(ended.status()).as(ended.output()).isZero();
    await("all to be processed again")
        .atMost(Cloud.PATIENCE)
        .until(() -> ids.stream().allMatch(this::processedAgain));
  }

  @Test
  void oneUploadIsProcessedAgainByItsId() {
    MediaId id = upload(Fixtures.PLAIN_PHOTO.bytes());
    cloud.awaitManifest(id);

    Operator.Ended ended = darkroom.operator().run("reprocess", id.value());

    assertThat(ended.status()).as(ended.output()).isZero();
    await("the photo to be processed again").atMost(Cloud.PATIENCE).until(() -> processedAgain(id));
    assertThat(darkroom.operator().run("reprocess", "00000000000000000000000000").status())
        .isEqualTo(1);
  }
}
