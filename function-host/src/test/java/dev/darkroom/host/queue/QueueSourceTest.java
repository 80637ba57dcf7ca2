package dev.darkroom.host.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.host.TestHost;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

class QueueSourceTest {

  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Duration SHORT = Duration.ofSeconds(2);

  @TempDir Path folder;

  private TestHost start(FakeSqs queue, int concurrency, int batchSize, Duration window)
      throws IOException {
    return start(queue, concurrency, batchSize, window, true);
  }

  private TestHost start(
      FakeSqs queue, int concurrency, int batchSize, Duration window, boolean partial)
      throws IOException {
    return TestHost.in(folder)
        .sample(concurrency, Map.of())
        .queue(
            queue,
            new QueueSourceSpec("sample", FakeSqs.URL, FakeSqs.ARN, batchSize, window, partial))
        .start();
  }

  @Test
  void theFunctionGetsTheEventAsLambdaBuildsItAndTheMessageIsDeleted() throws Exception {
    var queue = new FakeSqs(LONG);
    Map<String, MessageAttributeValue> attributes =
        Map.of(
            "kind",
            MessageAttributeValue.builder().dataType("String").stringValue("photo").build(),
            "digest",
            MessageAttributeValue.builder()
                .dataType("Binary")
                .binaryValue(SdkBytes.fromUtf8String("\u0001\u0002"))
                .build());
    try (TestHost host = start(queue, 1, 10, Duration.ZERO)) {
      String id = queue.send("print-event", attributes);
      await().until(() -> queue.left().isEmpty());
      JsonNode record = TestHost.json(printed(host)).path("Records").path(0);
      assertThat(record.path("messageId").asText()).isEqualTo(id);
      assertThat(record.path("body").asText()).isEqualTo("print-event");
      assertThat(record.path("receiptHandle").asText()).isNotEmpty();
      assertThat(record.path("md5OfBody").asText()).hasSize(32);
      assertThat(record.path("eventSource").asText()).isEqualTo("aws:sqs");
      assertThat(record.path("eventSourceARN").asText()).isEqualTo(FakeSqs.ARN);
      assertThat(record.path("awsRegion").asText()).isEqualTo("eu-north-1");
      JsonNode system = record.path("attributes");
      assertThat(system.path("ApproximateReceiveCount").asText()).isEqualTo("1");
      assertThat(system.path("SentTimestamp").asLong()).isPositive();
      assertThat(system.path("SenderId").asText()).isEqualTo("AIDALOCAL");
      assertThat(system.path("ApproximateFirstReceiveTimestamp").asLong()).isPositive();
      JsonNode own = record.path("messageAttributes");
      assertThat(own.path("kind").path("stringValue").asText()).isEqualTo("photo");
      assertThat(own.path("kind").path("dataType").asText()).isEqualTo("String");
      assertThat(own.path("digest").path("binaryValue").asText()).isEqualTo("AQI=");
    }
  }

  private static String printed(TestHost host) {
    String mark = "[sample] event ";
    return host.log().stream()
        .filter(line -> line.startsWith(mark))
        .map(line -> line.substring(mark.length()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void onlyTheMessagesNamedAsFailedStay() throws Exception {
    var queue = new FakeSqs(LONG);
    queue.send("answer {\"batchItemFailures\":[{\"itemIdentifier\":\"#1\"}]}");
    queue.send("second");
    queue.send("third");
    try (TestHost _ = start(queue, 1, 10, Duration.ZERO)) {
      await().until(() -> queue.left().size() == 1);
      assertThat(queue.left()).containsExactly("second");
    }
  }

  @Test
  void aBatchInWhichAMessageFailedIsNoSuccess() throws Exception {
    var queue = new FakeSqs(LONG);
    queue.send("answer {\"batchItemFailures\":[{\"itemIdentifier\":\"#0\"}]}");
    try (TestHost host = start(queue, 1, 1, Duration.ZERO)) {
      await()
          .untilAsserted(
              () ->
                  assertThat(host.management("/metrics"))
                      .contains(
                          "function_invocations_total{function=\"sample\",outcome=\"batch-failures\"} 1.0",
                          "function_invocations_total{function=\"sample\",outcome=\"success\"} 0.0"));
      queue.send("print done");
      await()
          .untilAsserted(
              () ->
                  assertThat(host.management("/metrics"))
                      .contains(
                          "function_invocations_total{function=\"sample\",outcome=\"success\"} 1.0"));
    }
  }

  @Test
  void theQueuesDepthIsMeasuredWhenItIsAskedFor() throws Exception {
    var queue = new FakeSqs(LONG);
    try (TestHost host = start(queue, 1, 1, Duration.ZERO)) {
      assertThat(host.management("/metrics"))
          .contains(
              "queue_messages{queue=\"jobs\"} 0.0",
              "queue_messages_in_flight{queue=\"jobs\"} 0.0",
              "queue_oldest_message_age_seconds{queue=\"jobs\"} 0.0");
      queue.send("throw not yet");
      await()
          .untilAsserted(
              () ->
                  assertThat(host.management("/metrics"))
                      .contains("queue_messages_in_flight{queue=\"jobs\"} 1.0")
                      .doesNotContain("queue_oldest_message_age_seconds{"));
      queue.setAway(true);
      assertThat(host.management("/metrics")).doesNotContain("queue_messages");
    }
  }

  @Test
  void anAnswerThatCannotBeUnderstoodLeavesTheWholeBatch() throws Exception {
    var queue = new FakeSqs(LONG);
    queue.send("answer {\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}");
    queue.send("second");
    try (TestHost host = start(queue, 1, 10, Duration.ZERO)) {
      await().until(() -> host.log().stream().anyMatch(line -> line.contains("counts as failed")));
      assertThat(queue.left()).hasSize(2);
    }
  }

  @Test
  void withoutPartialResponsesTheAnswerDoesNotMatter() throws Exception {
    var queue = new FakeSqs(LONG);
    queue.send("answer {\"batchItemFailures\":[{\"itemIdentifier\":\"#0\"}]}");
    try (TestHost _ = start(queue, 1, 10, Duration.ZERO, false)) {
      await().until(() -> queue.left().isEmpty());
    }
  }

  @Test
  void aFailedInvocationDeletesNothingAndTheMessageComesAgain() throws Exception {
    var queue = new FakeSqs(SHORT);
    String id = queue.send("throw not yet");
    try (TestHost _ = start(queue, 1, 10, Duration.ZERO)) {
      await().until(() -> queue.receives(id) >= 2);
      assertThat(queue.left()).hasSize(1);
    }
  }

  @Test
  void aProcessThatDiesLeavesItsMessageToComeAgain() throws Exception {
    var queue = new FakeSqs(SHORT);
    String id = queue.send("exit 1");
    try (TestHost _ = start(queue, 1, 1, Duration.ZERO)) {
      await().until(() -> queue.receives(id) >= 2);
      assertThat(queue.left()).hasSize(1);
    }
  }

  @Test
  void batchesAreNotLargerThanAskedFor() throws Exception {
    var queue = new FakeSqs(LONG);
    for (int i = 0; i < 5; i++) {
      queue.send("print-count");
    }
    try (TestHost host = start(queue, 1, 2, Duration.ZERO)) {
      await().until(() -> queue.left().isEmpty());
      assertThat(host.log().stream().filter(line -> line.startsWith("[sample] records ")))
          .containsExactly("[sample] records 2", "[sample] records 2", "[sample] records 1");
    }
  }

  @Test
  void aBatchIsGatheredForAsLongAsTheWindow() throws Exception {
    var queue = new FakeSqs(LONG);
    for (int i = 0; i < 15; i++) {
      queue.send("print-count");
    }
    try (TestHost host = start(queue, 1, 15, Duration.ofSeconds(30))) {
      // More than a receive can bring, and full long before the window is over.
      await().until(() -> queue.left().isEmpty());
      assertThat(host.log()).contains("[sample] records 15");
    }
  }

  @Test
  void asManyBatchesAreUnderWayAsTheFunctionMayHaveProcesses() throws Exception {
    var queue = new FakeSqs(LONG);
    for (int i = 0; i < 3; i++) {
      queue.send("sleep 5000");
    }
    try (TestHost host = start(queue, 2, 1, Duration.ZERO)) {
      await().until(() -> busy(host) == 2);
      assertThat(queue.left()).hasSize(3);
      assertThat(queue.left().stream().distinct()).containsExactly("sleep 5000");
      assertThat(host.processes()).hasSize(2);
    }
  }

  private static long busy(TestHost host) throws Exception {
    return host.processes().findValuesAsText("state").stream()
        .filter(state -> state.equals("busy"))
        .count();
  }

  @Test
  void itPollsAsLongAsSqsAllowsAndSaysSoInItsHealth() throws Exception {
    var queue = new FakeSqs(LONG);
    try (TestHost host = start(queue, 1, 10, Duration.ZERO)) {
      await().until(() -> host.management("/health").contains("UP"));
      await().until(() -> queue.waits().contains(20));
    }
  }

  @Test
  void aQueueThatIsAwayForAWhileIsPolledAgain() throws Exception {
    var queue = new FakeSqs(LONG);
    queue.setAway(true);
    try (TestHost host = start(queue, 1, 10, Duration.ZERO)) {
      await().until(() -> host.management("/health").contains("DOWN"));
      queue.setAway(false);
      await().until(() -> host.management("/health").contains("UP"));
      queue.setAway(true);
      await().until(() -> host.management("/health").contains("DOWN"));
      queue.setAway(false);
      queue.send("echo");
      await().until(() -> queue.left().isEmpty());
    }
  }

  @Test
  void whatIsUnderWayWhenTheHostStopsIsStillDeleted() throws Exception {
    var queue = new FakeSqs(LONG);
    queue.send("sleep 2000");
    TestHost host = start(queue, 1, 10, Duration.ZERO, false);
    await().until(() -> busy(host) == 1);
    host.close();
    assertThat(queue.left()).isEqualTo(List.of());
  }
}
