package dev.darkroom.stage.batch;

import static dev.darkroom.stage.batch.SampleContext.context;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.Rejection;
import dev.darkroom.stage.metrics.Metrics;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Metrics of a batch: a line a record, and one for the batch if a record failed. */
final class WhatIsStatedTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OWNER = "ada";
  private static final String ID = "01k7m3r5v9x2c4d6f8h1j3k5n7";
  private static final String KEY = "originals/image/" + OWNER + "/" + ID + "/secret-name.jpg";

  private final List<String> lines = new ArrayList<>();
  private final Metrics metrics = new Metrics("image-worker", Clock.systemUTC(), lines::add);

  @Test
  void aRecordIsStatedWithWhatItsManifestSays() {
    process((event, delivery, deadline) -> new Ending.Committed(manifest(null)), message(1));

    assertThat(lines).hasSize(1);
    JsonNode line = line(0);
    assertThat(line.get("Stage").asText()).isEqualTo("image-worker");
    assertThat(line.get("Outcome").asText()).isEqualTo("completed");
    assertThat(line.get("Records").asInt()).isEqualTo(1);
    assertThat(line.get("Failures").asInt()).isZero();
    assertThat(line.get("OriginalBytes").asLong()).isEqualTo(12_345);
    assertThat(line.get("EstimatedCostUsd").asDouble()).isEqualTo(0.000012);
    assertThat(line.get("Duration").asDouble()).isPositive();
    assertThat(line.has("Rejections")).isFalse();
    assertThat(line.get("mediaId").asText()).isEqualTo(ID);
    assertThat(line.get("owner").asText()).isEqualTo(OWNER);
    assertThat(line.get("kind").asText()).isEqualTo("image");
    assertThat(line.get("attempt").asText()).isEqualTo("1");
    assertThat(line.get("requestId").asText()).isEqualTo(SampleContext.REQUEST_ID);
  }

  @Test
  void aRejectionIsStatedWithItsCode() {
    process(
        (event, delivery, deadline) ->
            new Ending.Committed(manifest(Rejection.of(ErrorCode.CORRUPT_FILE))),
        message(1));

    assertThat(line(0).get("Outcome").asText()).isEqualTo("failed");
    assertThat(line(0).get("Rejections").asInt()).isEqualTo(1);
    assertThat(line(0).get("code").asText()).isEqualTo("corrupt-file");
    assertThat(line(0).get("Failures").asInt()).as("it does not come again").isZero();
  }

  @Test
  void anUploadThatWasGivenUpIsNoRejection() {
    process(
        (event, delivery, deadline) -> new Ending.GaveUp(manifest(Rejection.of(ErrorCode.GAVE_UP))),
        message(1));

    assertThat(line(0).get("Outcome").asText()).isEqualTo("gave-up");
    assertThat(line(0).get("GaveUp").asInt()).isEqualTo(1);
    assertThat(line(0).has("Rejections")).isFalse();
  }

  @Test
  void aRecordThatFailedIsAFailureAndItsBatchToo() {
    process(WhatIsStatedTest::fail, message(3));

    assertThat(lines).hasSize(2);
    assertThat(line(0).get("Outcome").asText()).isEqualTo("error");
    assertThat(line(0).get("Records").asInt()).isEqualTo(1);
    assertThat(line(0).get("Failures").asInt()).isEqualTo(1);
    assertThat(line(0).get("attempt").asText()).isEqualTo("3");
    assertThat(line(1).get("FailedBatches").asInt()).isEqualTo(1);
    assertThat(line(1).at("/_aws/CloudWatchMetrics/0/Dimensions").toString())
        .isEqualTo("[[\"Stage\"]]");
  }

  @Test
  void aBatchWithSeveralFailuresIsOneFailedBatch() {
    process(WhatIsStatedTest::fail, message(1), message(1), message(1));

    assertThat(lines).filteredOn(line -> line.contains("\"Failures\":1")).hasSize(3);
    assertThat(lines).filteredOn(line -> line.contains("\"FailedBatches\":1")).hasSize(1);
  }

  @Test
  void aMessageThatNobodyCanReadIsAFailure() {
    SQSMessage garbage = message(1);
    garbage.setBody("garbage");

    process((event, delivery, deadline) -> Ending.Step.IGNORED, garbage);

    assertThat(line(0).get("Failures").asInt()).isEqualTo(1);
    assertThat(line(0).has("mediaId")).isFalse();
    assertThat(line(1).get("FailedBatches").asInt()).isEqualTo(1);
  }

  @Test
  void onlyTheFirstRecordOfAProcessIsCold() {
    process((event, delivery, deadline) -> Ending.Step.IGNORED, message(1), message(1));

    assertThat(line(0).get("ColdStarts").asInt()).isEqualTo(1);
    assertThat(line(1).get("ColdStarts").asInt()).isZero();
  }

  @Test
  void theAgeCountsFromTheSendingAndIsNeverNegative() {
    SQSMessage old = message(1);
    old.setAttributes(Map.of("SentTimestamp", "" + Instant.now().minusSeconds(90).toEpochMilli()));
    SQSMessage ahead = message(1);
    ahead.setAttributes(Map.of("SentTimestamp", "" + Instant.now().plusSeconds(90).toEpochMilli()));

    process((event, delivery, deadline) -> Ending.Step.IGNORED, old, ahead);

    assertThat(line(0).get("QueueAge").asLong()).isBetween(90_000L, 600_000L);
    assertThat(line(1).get("QueueAge").asLong()).isZero();
  }

  @Test
  void metricsThatCannotBeStatedFailNoRecord() {
    var broken =
        new Metrics(
            "image-worker",
            Clock.systemUTC(),
            line -> {
              throw new IllegalStateException("no output");
            });
    var batch = new SQSEvent();
    batch.setRecords(List.of(message(1)));

    var response =
        new SqsBatch(
                broken,
                Duration.ZERO,
                (event, delivery, deadline) -> Ending.Step.IGNORED,
                (queue, receipt, delay) -> {})
            .process(batch, context(Duration.ofMinutes(1)));

    assertThat(response.getBatchItemFailures()).isEmpty();
  }

  @Test
  void noLineNamesTheFile() {
    process(WhatIsStatedTest::fail, message(1));
    process((event, delivery, deadline) -> new Ending.Committed(manifest(null)), message(1));

    assertThat(lines).isNotEmpty().noneMatch(line -> line.contains("secret-name"));
  }

  private static Ending fail(JobEvent event, Delivery delivery, Deadline deadline)
      throws IOException {
    throw new IOException("connection reset");
  }

  private void process(RecordHandler handler, SQSMessage... messages) {
    var batch = new SQSEvent();
    batch.setRecords(List.of(messages));
    new SqsBatch(metrics, Duration.ZERO, handler, (queue, receipt, delay) -> {})
        .process(batch, context(Duration.ofMinutes(1)));
  }

  private JsonNode line(int number) {
    try {
      return JSON.readTree(lines.get(number));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static SQSMessage message(int attempt) {
    var message = new SQSMessage();
    message.setMessageId("m1");
    message.setReceiptHandle("r1");
    message.setAttributes(Map.of("ApproximateReceiveCount", "" + attempt));
    message.setBody(JobMessage.of(JobEvent.written("bucket", KEY, "abc", "00", Instant.EPOCH)));
    return message;
  }

  private static Manifest manifest(@Nullable Rejection error) {
    var original =
        new Manifest.Original(
            KEY, "secret-name.jpg", "image/jpeg", 12_345, "abc", "00", Instant.EPOCH);
    var processing =
        new Manifest.Processing(
            "image-worker",
            1,
            Instant.EPOCH,
            Instant.EPOCH,
            Instant.EPOCH,
            0,
            null,
            1769,
            0.000012,
            null);
    return new Manifest(
        Manifest.SCHEMA,
        new MediaId(ID),
        new Owner(OWNER),
        MediaKind.IMAGE,
        error == null ? Manifest.Status.COMPLETED : Manifest.Status.FAILED,
        original,
        null,
        null,
        List.of(),
        List.of(),
        error,
        processing);
  }
}
