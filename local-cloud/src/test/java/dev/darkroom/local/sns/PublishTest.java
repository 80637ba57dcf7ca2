package dev.darkroom.local.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sns.model.BatchRequestTooLongException;
import software.amazon.awssdk.services.sns.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sns.model.InvalidBatchEntryIdException;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;
import software.amazon.awssdk.services.sns.model.PublishBatchResultEntry;
import software.amazon.awssdk.services.sns.model.TooManyEntriesInBatchRequestException;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

class PublishTest {

  private static final Map<String, String> RAW = Map.of("RawMessageDelivery", "true");

  @TempDir Path folder;
  private SnsHarness harness;
  private SnsClient sns;
  private String topic;

  @BeforeEach
  void start() throws IOException {
    harness = new SnsHarness(folder);
    sns = harness.client();
    topic = harness.topic("t");
  }

  @AfterEach
  void stop() throws IOException {
    harness.close();
  }

  @Test
  void aQueueReceivesTheMessageInAnEnvelope() {
    harness.subscribeQueue(topic, "q", Map.of());

    String id =
        sns.publish(
                r ->
                    r.topicArn(topic)
                        .subject("Fertig: Größe <1>")
                        .message("{\"a\": \"ü\\n\"}\n")
                        .messageAttributes(
                            Map.of("kind", string("image"), "size", number("12.50"))))
            .messageId();

    JsonNode envelope = harness.awaitEnvelopes("q", 1).getFirst();
    assertThat(envelope.path("Type").asText()).isEqualTo("Notification");
    assertThat(envelope.path("MessageId").asText()).isEqualTo(id);
    assertThat(envelope.path("TopicArn").asText()).isEqualTo(topic);
    assertThat(envelope.path("Subject").asText()).isEqualTo("Fertig: Größe <1>");
    assertThat(envelope.path("Message").asText()).isEqualTo("{\"a\": \"ü\\n\"}\n");
    assertThat(Instant.parse(envelope.path("Timestamp").asText())).isBeforeOrEqualTo(Instant.now());
    assertThat(envelope.path("UnsubscribeURL").asText())
        .startsWith(harness.endpoint() + "/?Action=Unsubscribe");
    assertThat(envelope.path("Signature").asText()).isEqualTo("unsigned");
    assertThat(envelope.path("MessageAttributes"))
        .isEqualTo(
            SnsHarness.json(
                "{\"kind\":{\"Type\":\"String\",\"Value\":\"image\"},\"size\":{\"Type\":\"Number\",\"Value\":\"12.50\"}}"));
  }

  @Test
  void aMessageWithoutSubjectAndAttributesHasNoneInItsEnvelope() {
    harness.subscribeQueue(topic, "q", Map.of());

    sns.publish(r -> r.targetArn(topic).message("m"));

    assertThat(harness.awaitEnvelopes("q", 1).getFirst().has("Subject")).isFalse();
    assertThat(harness.awaitEnvelopes("q", 1).getFirst().has("MessageAttributes")).isFalse();
  }

  @Test
  void rawDeliveryIsTheMessageItselfAndItsAttributes() {
    harness.subscribeQueue(topic, "q", RAW);
    SdkBytes bytes = SdkBytes.fromByteArray(new byte[] {0, -1, 127});

    sns.publish(
        r ->
            r.topicArn(topic)
                .message("plain")
                .messageAttributes(
                    Map.of(
                        "owner",
                        string("jane"),
                        "raw",
                        MessageAttributeValue.builder()
                            .dataType("Binary")
                            .binaryValue(bytes)
                            .build())));

    await().until(() -> !harness.queues.received("q").isEmpty());
    SendMessageRequest received = harness.queues.received("q").getFirst();
    assertThat(received.messageBody()).isEqualTo("plain");
    assertThat(received.messageAttributes())
        .isEqualTo(
            Map.of(
                "owner",
                software.amazon.awssdk.services.sqs.model.MessageAttributeValue.builder()
                    .dataType("String")
                    .stringValue("jane")
                    .build(),
                "raw",
                software.amazon.awssdk.services.sqs.model.MessageAttributeValue.builder()
                    .dataType("Binary")
                    .binaryValue(bytes)
                    .build()));
  }

  @Test
  void eachProtocolGetsItsOwnBodyAndTheOthersTheDefault() {
    harness.subscribeQueue(topic, "q", RAW);

    sns.publish(
        r ->
            r.topicArn(topic)
                .messageStructure("json")
                .message("{\"default\":\"d\",\"email\":\"e\",\"sqs\":\"s\"}"));
    sns.publish(
        r ->
            r.topicArn(topic)
                .messageStructure("json")
                .message("{\"default\":\"d\",\"email\":\"e\"}"));

    await()
        .untilAsserted(
            () -> assertThat(harness.queues.bodies("q")).containsExactlyInAnyOrder("s", "d"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"email\":\"e\"}", "{\"default\":{\"a\":1}}", "not json", "[]"})
  void aMessageForEachProtocolNeedsADefault(String message) {
    assertThatThrownBy(
            () -> sns.publish(r -> r.topicArn(topic).messageStructure("json").message(message)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("Message Structure");
  }

  @Test
  void aMessageMayHave256KilobytesWithItsAttributesAndNotOneMore() {
    harness.subscribeQueue(topic, "q", RAW);
    Map<String, MessageAttributeValue> attributes = Map.of("kind", string("image"));
    String largest = "%".repeat(256 * 1024 - "kindStringimage".length());

    sns.publish(r -> r.topicArn(topic).message(largest).messageAttributes(attributes));

    await().untilAsserted(() -> assertThat(harness.queues.bodies("q")).containsExactly(largest));
    assertThatThrownBy(
            () ->
                sns.publish(
                    r -> r.topicArn(topic).message(largest + "!").messageAttributes(attributes)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("too long");
  }

  @ParameterizedTest
  @ValueSource(strings = {"two\nlines", "tab\there"})
  void aSubjectIsOneLine(String subject) {
    assertThatThrownBy(() -> sns.publish(r -> r.topicArn(topic).message("m").subject(subject)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("Subject");
  }

  @Test
  void whatCannotBePublishedIsRefused() {
    assertThatThrownBy(() -> sns.publish(r -> r.topicArn(topic).message("")))
        .isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(() -> sns.publish(r -> r.message("m")))
        .isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(
            () -> sns.publish(r -> r.topicArn(topic).message("m").subject("s".repeat(100))))
        .isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(() -> sns.publish(r -> r.topicArn(topic + "x").message("m")))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(
            () ->
                sns.publish(
                    r ->
                        r.topicArn(topic)
                            .message("m")
                            .messageAttributes(Map.of("n", number("twelve")))))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("'n'");
    assertThatThrownBy(
            () ->
                sns.publish(
                    r ->
                        r.topicArn(topic)
                            .message("m")
                            .messageAttributes(Map.of("n m", string("x")))))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void aBatchAnswersForEachEntry() {
    harness.subscribeQueue(topic, "q", RAW);

    PublishBatchResponse response =
        sns.publishBatch(
            r ->
                r.topicArn(topic)
                    .publishBatchRequestEntries(entry("a", "1"), entry("b", ""), entry("c", "3")));

    assertThat(response.successful())
        .extracting(PublishBatchResultEntry::id)
        .containsExactly("a", "c");
    assertThat(response.failed())
        .singleElement()
        .extracting(
            BatchResultErrorEntry::id,
            BatchResultErrorEntry::code,
            BatchResultErrorEntry::senderFault)
        .containsExactly("b", "InvalidParameter", true);
    await()
        .untilAsserted(
            () -> assertThat(harness.queues.bodies("q")).containsExactlyInAnyOrder("1", "3"));
  }

  @Test
  void aBatchThatSnsDoesNotTakeIsRefusedAsAWhole() {
    harness.subscribeQueue(topic, "q", RAW);
    String half = "x".repeat(128 * 1024);

    assertThatThrownBy(
            () ->
                sns.publishBatch(
                    r ->
                        r.topicArn(topic)
                            .publishBatchRequestEntries(
                                IntStream.range(0, 11)
                                    .mapToObj(i -> entry("e" + i, "m"))
                                    .toList())))
        .isInstanceOf(TooManyEntriesInBatchRequestException.class);
    assertThatThrownBy(
            () ->
                sns.publishBatch(
                    r ->
                        r.topicArn(topic)
                            .publishBatchRequestEntries(entry("a", "1"), entry("a", "2"))))
        .isInstanceOf(BatchEntryIdsNotDistinctException.class);
    assertThatThrownBy(
            () ->
                sns.publishBatch(
                    r -> r.topicArn(topic).publishBatchRequestEntries(entry("a b", "1"))))
        .isInstanceOf(InvalidBatchEntryIdException.class);
    assertThatThrownBy(
            () ->
                sns.publishBatch(
                    r ->
                        r.topicArn(topic)
                            .publishBatchRequestEntries(
                                entry("a", half), entry("b", half), entry("c", "m"))))
        .isInstanceOf(BatchRequestTooLongException.class);
    sns.publish(r -> r.topicArn(topic).message("last"));
    await().untilAsserted(() -> assertThat(harness.queues.bodies("q")).containsExactly("last"));
  }

  @Test
  void aQueueThatIsDownGetsItsMessagesWhenItIsUpAgain() {
    harness.subscribeQueue(topic, "q", RAW);
    harness.queues.down(true);

    sns.publish(r -> r.topicArn(topic).message("1"));
    sns.publish(r -> r.topicArn(topic).message("2"));
    harness.queues.down(false);

    await()
        .untilAsserted(
            () -> assertThat(harness.queues.bodies("q")).containsExactlyInAnyOrder("1", "2"));
  }

  private static MessageAttributeValue string(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }

  private static MessageAttributeValue number(String value) {
    return MessageAttributeValue.builder().dataType("Number").stringValue(value).build();
  }

  private static PublishBatchRequestEntry entry(String id, String message) {
    return PublishBatchRequestEntry.builder().id(id).message(message).build();
  }
}
