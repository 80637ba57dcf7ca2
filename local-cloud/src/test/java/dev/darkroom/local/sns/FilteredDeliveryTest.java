package dev.darkroom.local.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

class FilteredDeliveryTest {

  @TempDir Path folder;

  @Test
  void eachSubscriptionGetsWhatItsPolicyWants() throws IOException {
    try (SnsHarness harness = new SnsHarness(folder)) {
      String topic = harness.topic("t");
      String raw = "RawMessageDelivery";
      harness.subscribeQueue(topic, "all", Map.of(raw, "true"));
      harness.subscribeQueue(
          topic, "failures", Map.of(raw, "true", "FilterPolicy", "{\"status\":[\"failed\"]}"));
      harness.subscribeQueue(
          topic,
          "videos",
          Map.of(
              raw,
              "true",
              "FilterPolicyScope",
              "MessageBody",
              "FilterPolicy",
              "{\"media\":{\"kind\":[\"video\"]}}"));

      publish(harness, topic, "completed", "{\"media\":{\"kind\":\"video\"}}");
      publish(harness, topic, "failed", "{\"media\":{\"kind\":\"image\"}}");

      await().untilAsserted(() -> assertThat(harness.queues.received("all")).hasSize(2));
      await()
          .untilAsserted(
              () ->
                  assertThat(harness.queues.bodies("failures"))
                      .containsExactly("{\"media\":{\"kind\":\"image\"}}"));
      await()
          .untilAsserted(
              () ->
                  assertThat(harness.queues.bodies("videos"))
                      .containsExactly("{\"media\":{\"kind\":\"video\"}}"));
    }
  }

  @Test
  void aPolicyThatIsWrongIsRefusedWhenSubscribing() throws IOException {
    try (SnsHarness harness = new SnsHarness(folder)) {
      String topic = harness.topic("t");

      assertThatThrownBy(
              () ->
                  harness.subscribeQueue(
                      topic, "q", Map.of("FilterPolicy", "{\"status\":\"failed\"}")))
          .isInstanceOf(InvalidParameterException.class)
          .hasMessageContaining("FilterPolicy");
      assertThat(harness.client().listSubscriptions().subscriptions()).isEmpty();
    }
  }

  private static void publish(SnsHarness harness, String topic, String status, String message) {
    MessageAttributeValue value =
        MessageAttributeValue.builder().dataType("String").stringValue(status).build();
    harness
        .client()
        .publish(
            r -> r.topicArn(topic).message(message).messageAttributes(Map.of("status", value)));
  }
}
