package dev.darkroom.operate.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.operate.fake.Uploads;
import dev.darkroom.operate.place.QueueName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PictureTest {
  private static final Picture PICTURE =
      new Picture(
          "the stack photos",
          List.of(
              new QueueState(QueueName.IMAGE_JOBS, 3, 2, Optional.of(Duration.ofMinutes(90))),
              new QueueState(QueueName.UNHANDLED, 0, 0, Optional.empty())),
          Optional.of(Map.of(ErrorCode.GAVE_UP, 4)),
          Map.of("UnhandledAlarm", "OK", "GaveUpAlarm", "ALARM"));

  @Test
  void aPersonSeesQueuesFailuresAndRaisedAlarms() {
    assertThat(PICTURE.lines())
        .containsExactly(
            "queue          waiting  in flight   oldest",
            "image-jobs           3          2      1 h",
            "unhandled            0          0        -",
            "failures",
            "  gave-up              4",
            "alarm GaveUpAlarm: ALARM");
  }

  @Test
  void aProgramReadsAllOfIt() throws JsonProcessingException {
    var json = new ObjectMapper().readTree(PICTURE.json());

    assertThat(json.at("/queues/0/name").asText()).isEqualTo("image-jobs");
    assertThat(json.at("/queues/0/waiting").asInt()).isEqualTo(3);
    assertThat(json.at("/queues/0/inFlight").asInt()).isEqualTo(2);
    assertThat(json.at("/queues/0/oldestSeconds").asInt()).isEqualTo(5400);
    assertThat(json.at("/queues/1/oldestSeconds").isMissingNode()).isTrue();
    assertThat(json.at("/failures/gave-up").asInt()).isEqualTo(4);
    assertThat(json.at("/alarms/UnhandledAlarm").asText()).isEqualTo("OK");
  }

  @Test
  void failuresAreCountedByCode() {
    var uploads = new Uploads();
    uploads.failed(Uploads.ADA, MediaKind.IMAGE, ErrorCode.GAVE_UP);
    uploads.failed(Uploads.BOB, MediaKind.VIDEO, ErrorCode.GAVE_UP);
    uploads.failed(Uploads.BOB, MediaKind.VIDEO, ErrorCode.CORRUPT_FILE);
    uploads.completed(Uploads.ADA, MediaKind.IMAGE);
    uploads.unreadable(Uploads.ADA);

    assertThat(Status.failures(uploads.store(), Instant.EPOCH))
        .containsExactly(entry(ErrorCode.CORRUPT_FILE, 1), entry(ErrorCode.GAVE_UP, 2));
    assertThat(Status.failures(uploads.store(), Uploads.NOW.plusSeconds(60))).isEmpty();
  }
}
