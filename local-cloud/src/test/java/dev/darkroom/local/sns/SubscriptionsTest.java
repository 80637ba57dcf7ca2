package dev.darkroom.local.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.Subscription;

class SubscriptionsTest {

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
  void aQueueIsConfirmedAtOnce() {
    String arn = harness.subscribeQueue(topic, "q", Map.of());

    assertThat(sns.getSubscriptionAttributes(r -> r.subscriptionArn(arn)).attributes())
        .containsEntry("PendingConfirmation", "false")
        .containsEntry("Protocol", "sqs")
        .containsEntry("TopicArn", topic)
        .containsEntry("RawMessageDelivery", "false")
        .doesNotContainKey("FilterPolicy");
  }

  @Test
  void everyoneElseIsPendingUntilConfirmed() {
    assertThat(
            sns.subscribe(r -> r.topicArn(topic).protocol("email").endpoint("a@example.org"))
                .subscriptionArn())
        .isEqualTo("pending confirmation");
    assertThat(sns.listSubscriptionsByTopic(r -> r.topicArn(topic)).subscriptions())
        .singleElement()
        .extracting(Subscription::subscriptionArn, Subscription::endpoint)
        .containsExactly("PendingConfirmation", "a@example.org");
  }

  @Test
  void subscribingTwiceIsSubscribingOnce() {
    String first = harness.subscribeQueue(topic, "q", Map.of("RawMessageDelivery", "true"));

    assertThat(harness.subscribeQueue(topic, "q", Map.of("RawMessageDelivery", "true")))
        .isEqualTo(first);
    assertThat(sns.listSubscriptions().subscriptions()).hasSize(1);
  }

  @Test
  void subscribingAgainWithOtherAttributesIsRefused() {
    harness.subscribeQueue(topic, "q", Map.of("RawMessageDelivery", "true"));

    assertThatThrownBy(() -> harness.subscribeQueue(topic, "q", Map.of()))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("already exists with different attributes");
  }

  @Test
  void attributesCanBeChangedLater() {
    String arn = harness.subscribeQueue(topic, "q", Map.of());

    sns.setSubscriptionAttributes(
        r ->
            r.subscriptionArn(arn)
                .attributeName("FilterPolicy")
                .attributeValue("{\"kind\":[\"video\"]}"));

    assertThat(sns.getSubscriptionAttributes(r -> r.subscriptionArn(arn)).attributes())
        .containsEntry("FilterPolicy", "{\"kind\":[\"video\"]}")
        .containsEntry("FilterPolicyScope", "MessageAttributes");
    assertThatThrownBy(
            () ->
                sns.setSubscriptionAttributes(
                    r ->
                        r.subscriptionArn(arn)
                            .attributeName("FilterPolicyScope")
                            .attributeValue("Everything")))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void unsubscribingEndsItAndMayBeRepeated() {
    String arn = harness.subscribeQueue(topic, "q", Map.of());

    sns.unsubscribe(r -> r.subscriptionArn(arn));
    sns.unsubscribe(r -> r.subscriptionArn(arn));

    assertThat(sns.listSubscriptions().subscriptions()).isEmpty();
    assertThatThrownBy(() -> sns.getSubscriptionAttributes(r -> r.subscriptionArn(arn)))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void aTopicThatIsNotThereCannotBeSubscribedTo() {
    assertThatThrownBy(() -> harness.subscribeQueue(topic + "2", "q", Map.of()))
        .isInstanceOf(NotFoundException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "sms, +491701234567, protocol",
    "email-json, a@example.org, protocol",
    "lambda, arn:aws:lambda:us-east-1:000000000000:function:f, protocol",
    "sqs, http://localhost:9324/q, SQS endpoint ARN",
    "sqs, arn:aws:sqs:us-east-1:000000000000:q.fifo, SQS endpoint ARN",
    "email, nobody, Email address",
    "email, jürgen@example.org, Email address",
    "email, 'a@example.org\nBcc: b@example.org', Email address",
    "http, https://localhost/hook, must be a URL that begins with http://",
    "https, ht!tp://, not a URL",
    "http, http://example.org/hook, is not on this machine",
    "http, http://127.0.0.1.example.org/hook, is not on this machine",
    "http, http://hook.localhost/, is not on this machine",
    "http, http://169.254.169.254/latest, is not on this machine",
    "http, http://10.0.0.1/hook, is not on this machine",
    "http, http://user:secret@localhost/hook, names no user",
  })
  void endpointsThatCannotBeReachedAreRefusedWithTheReason(
      String protocol, String endpoint, String reason) {
    assertThatThrownBy(() -> harness.subscribe(topic, protocol, endpoint, Map.of()))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "email, a@example.org, RawMessageDelivery, true",
    "sqs, arn:aws:sqs:us-east-1:000000000000:q, RawMessageDelivery, yes",
    "sqs, arn:aws:sqs:us-east-1:000000000000:q, RedrivePolicy, {}",
    "sqs, arn:aws:sqs:us-east-1:000000000000:q, Color, blue",
  })
  void attributesThatWouldNotBeHonoredAreRefused(
      String protocol, String endpoint, String name, String value) {
    assertThatThrownBy(() -> harness.subscribe(topic, protocol, endpoint, Map.of(name, value)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining(name);
  }
}
