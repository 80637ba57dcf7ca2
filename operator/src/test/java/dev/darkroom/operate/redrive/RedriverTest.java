package dev.darkroom.operate.redrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import dev.darkroom.contract.stream.StreamTask;
import dev.darkroom.operate.fake.FakeSqs;
import dev.darkroom.operate.fake.Places;
import dev.darkroom.operate.place.QueueName;
import dev.darkroom.operate.redrive.Redriver.Left;
import dev.darkroom.operate.redrive.Redriver.Report;
import dev.darkroom.operate.terminal.Pace;
import dev.darkroom.operate.terminal.Screen;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.batch.JobMessage;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

final class RedriverTest {
  private static final Instant AT = Instant.parse("2026-11-01T11:00:00Z");
  private static final String ID = "0123456789abcdefghjkmnpqrs";
  private static final String PHOTO = message(event("originals/image/ada/" + ID + "/photo.jpg"));
  private static final String VIDEO = message(event("originals/video/ada/" + ID + "/clip.mp4"));
  private static final String TASK =
      message(event("originals/video/ada/" + ID + "/clip.mp4").with(new StreamTask.Segment(3)));
  private static final String MANIFEST = message(event("processed/ada/" + ID + "/manifest.json"));
  private static final String RUBBISH = "What is this?";

  private final FakeSqs sqs = new FakeSqs();

  private static JobEvent event(String key) {
    return JobEvent.written("media", key, "etag", null, AT);
  }

  private static String message(JobEvent event) {
    return JobMessage.of(event);
  }

  private void waiting(String... messages) {
    for (String message : messages) {
      sqs.put("unhandled", message, AT);
    }
  }

  private Report redrive(boolean dryRun) {
    return redrive(sqs, dryRun);
  }

  private static Report redrive(FakeSqs sqs, boolean dryRun) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream());
    var pace = new Pace(Optional.empty(), Pace.Time.SYSTEM);
    return new Redriver(
            Places.of(sqs), QueueName.UNHANDLED, dryRun, pace, new Screen(nowhere, nowhere, false))
        .run(sqs.now(), 10);
  }

  @Test
  void everyMessageGoesBackToTheQueueOfTheFunctionThatHandlesIt() {
    String handedOver = message(event("originals/image/ada/" + ID + "/photo.jpg").handOver());
    waiting(PHOTO, VIDEO, TASK, MANIFEST, handedOver);

    Report report = redrive(false);

    assertThat(sqs.bodies("image-jobs")).containsExactly(PHOTO);
    assertThat(sqs.bodies("video-jobs")).containsExactly(VIDEO, handedOver);
    assertThat(sqs.bodies("stream-jobs")).containsExactly(TASK);
    assertThat(sqs.bodies("completions")).containsExactly(MANIFEST);
    assertThat(sqs.bodies("unhandled")).isEmpty();
    assertThat(report.left()).isEmpty();
    assertThat(report.sent())
        .containsExactly(
            entry(QueueName.IMAGE_JOBS, 1),
            entry(QueueName.VIDEO_JOBS, 2),
            entry(QueueName.STREAM_JOBS, 1),
            entry(QueueName.COMPLETIONS, 1));
  }

  @Test
  void whatNobodyUnderstandsStaysVisibleAndIsReported() {
    String folder = message(event("somewhere/else.txt"));
    waiting(RUBBISH, PHOTO, folder);

    Report report = redrive(false);

    assertThat(sqs.visible("unhandled")).containsExactly(RUBBISH, folder);
    assertThat(sqs.bodies("image-jobs")).containsExactly(PHOTO);
    assertThat(report.left())
        .containsExactly(
            new Left("message-1", AT, "cannot be read: not JSON"),
            new Left("message-3", AT, "is about neither a manifest nor an original"));
  }

  @Test
  void aDryRunSendsNothingAndLeavesAllWhereItIs() {
    waiting(PHOTO, RUBBISH, VIDEO);

    Report report = redrive(true);

    assertThat(report.sent())
        .containsExactly(entry(QueueName.IMAGE_JOBS, 1), entry(QueueName.VIDEO_JOBS, 1));
    assertThat(report.left()).hasSize(1);
    assertThat(sqs.visible("unhandled")).containsExactly(PHOTO, RUBBISH, VIDEO);
    assertThat(sqs.bodies("image-jobs")).isEmpty();
  }

  @Test
  void whatArrivesDuringTheRunStays() {
    waiting(PHOTO);
    sqs.put("unhandled", VIDEO, sqs.now().plusMillis(1));

    Report report = redrive(false);

    assertThat(sqs.visible("unhandled")).containsExactly(VIDEO);
    assertThat(report.left()).extracting(Left::why).containsExactly("arrived during this run");
  }

  @Test
  void aRunThatIsCutOffAnywhereLosesNothingAndTheNextOneEndsIt() {
    for (int calls = 0; calls < 9; calls++) {
      var broken = new FakeSqs();
      for (String message : List.of(PHOTO, VIDEO, TASK, MANIFEST)) {
        broken.put("unhandled", message, AT);
      }
      broken.breakAfter(calls);
      assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> redrive(broken, false));
      broken.mend();
      redrive(broken, false);

      assertThat(broken.bodies("unhandled")).isEmpty();
      var sent = new HashSet<String>();
      for (String queue : List.of("image-jobs", "video-jobs", "stream-jobs", "completions")) {
        sent.addAll(broken.bodies(queue));
      }
      assertThat(sent).containsExactlyInAnyOrder(PHOTO, VIDEO, TASK, MANIFEST);
    }
  }
}
