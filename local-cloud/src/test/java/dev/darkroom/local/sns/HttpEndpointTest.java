package dev.darkroom.local.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;

class HttpEndpointTest {

  @TempDir Path folder;
  private SnsHarness harness;
  private SnsClient sns;
  private FakeEndpoint endpoint;
  private String topic;

  @BeforeEach
  void start() throws IOException {
    harness = new SnsHarness(folder);
    sns = harness.client();
    endpoint = new FakeEndpoint();
    topic = harness.topic("t");
  }

  @AfterEach
  void stop() throws IOException {
    harness.close();
    endpoint.close();
  }

  @Test
  void theEndpointIsAskedFirstAndToldAfterItVisitedTheLink() throws Exception {
    String arn = harness.subscribe(topic, "http", endpoint.url(), Map.of());
    FakeEndpoint.Received question = received(1).getFirst();
    JsonNode body = SnsHarness.json(question.body());
    assertThat(question.header("x-amz-sns-message-type")).isEqualTo("SubscriptionConfirmation");
    assertThat(question.header("x-amz-sns-message-id")).isEqualTo(body.path("MessageId").asText());
    assertThat(question.header("x-amz-sns-topic-arn")).isEqualTo(topic);
    assertThat(question.header("Content-Type")).isEqualTo("text/plain; charset=UTF-8");
    assertThat(body.path("Type").asText()).isEqualTo("SubscriptionConfirmation");
    assertThat(body.path("Token").asText()).isNotEmpty();
    sns.publish(r -> r.topicArn(topic).message("too early"));

    assertThat(visit(body.path("SubscribeURL").asText()).body())
        .contains("<SubscriptionArn>" + arn + "</SubscriptionArn>");
    String id = sns.publish(r -> r.topicArn(topic).subject("S").message("ü")).messageId();

    FakeEndpoint.Received notification = received(2).getLast();
    assertThat(notification.header("x-amz-sns-message-type")).isEqualTo("Notification");
    assertThat(notification.header("x-amz-sns-message-id")).isEqualTo(id);
    assertThat(notification.header("x-amz-sns-subscription-arn")).isEqualTo(arn);
    assertThat(SnsHarness.json(notification.body()).path("Message").asText()).isEqualTo("ü");
    assertThat(SnsHarness.json(notification.body()).path("UnsubscribeURL").asText())
        .contains("Unsubscribe");
  }

  @Test
  void theTokenConfirmsThroughTheApiToo() {
    String arn = harness.subscribe(topic, "http", endpoint.url(), Map.of());
    String token = token();

    assertThat(sns.confirmSubscription(r -> r.topicArn(topic).token(token)).subscriptionArn())
        .isEqualTo(arn);
    assertThat(sns.confirmSubscription(r -> r.topicArn(topic).token(token)).subscriptionArn())
        .isEqualTo(arn);
    assertThat(sns.getSubscriptionAttributes(r -> r.subscriptionArn(arn)).attributes())
        .containsEntry("PendingConfirmation", "false");
  }

  @Test
  void anotherTokenConfirmsNothing() {
    String arn = harness.subscribe(topic, "http", endpoint.url(), Map.of());

    assertThatThrownBy(() -> sns.confirmSubscription(r -> r.topicArn(topic).token("0".repeat(64))))
        .isInstanceOf(InvalidParameterException.class);
    assertThat(sns.getSubscriptionAttributes(r -> r.subscriptionArn(arn)).attributes())
        .containsEntry("PendingConfirmation", "true");
  }

  @Test
  void subscribingAgainAsksAgain() {
    harness.subscribe(topic, "http", endpoint.url(), Map.of());
    harness.subscribe(topic, "http", endpoint.url(), Map.of());

    assertThat(received(2))
        .extracting(r -> SnsHarness.json(r.body()).path("Token").asText())
        .hasSize(2)
        .containsOnly(token());
  }

  @Test
  void rawDeliveryPostsTheMessageAsItIs() {
    harness.subscribe(topic, "http", endpoint.url(), Map.of("RawMessageDelivery", "true"));
    confirm();

    sns.publish(r -> r.topicArn(topic).message("raw ü"));

    FakeEndpoint.Received notification = received(2).getLast();
    assertThat(notification.body()).isEqualTo("raw ü");
    assertThat(notification.header("x-amz-sns-rawdelivery")).isEqualTo("true");
  }

  @Test
  void anEndpointThatFailsIsTriedAgainWithTheSameMessageId() {
    harness.subscribe(topic, "http", endpoint.url(), Map.of());
    confirm();
    endpoint.answer(503, 429);

    String id = sns.publish(r -> r.topicArn(topic).message("m")).messageId();

    assertThat(received(4).subList(1, 4))
        .extracting(r -> r.header("x-amz-sns-message-id"))
        .containsOnly(id);
  }

  @Test
  void anEndpointThatRefusesIsNotAskedAgain() throws IOException {
    harness.subscribe(topic, "http", endpoint.url(), Map.of());
    confirm();
    endpoint.answer(400);

    sns.publish(r -> r.topicArn(topic).message("refused"));
    received(2);
    harness.restart();
    harness.client().publish(r -> r.topicArn(topic).message("next"));

    assertThat(received(3))
        .extracting(FakeEndpoint.Received::body)
        .filteredOn(body -> body.contains("refused"))
        .hasSize(1);
  }

  @Test
  void anEndpointThatDoesNotAnswerHoldsUpNobodyElse() throws Exception {
    harness.subscribe(topic, "http", endpoint.url(), Map.of());
    confirm();
    harness.subscribeQueue(topic, "q", Map.of());
    try (var _ = endpoint.hang()) {
      for (int i = 0; i < 100; i++) {
        sns.publish(r -> r.topicArn(topic).message("m"));
      }
      assertThat(harness.awaitEnvelopes("q", 100)).hasSize(100);
    }
  }

  @Test
  void aRedirectIsNotFollowed() throws IOException {
    harness.subscribe(topic, "http", endpoint.url(), Map.of());
    confirm();
    endpoint.answer(302);

    sns.publish(r -> r.topicArn(topic).message("redirected"));
    sns.publish(r -> r.topicArn(topic).message("next"));

    assertThat(received(3)).hasSize(3);
  }

  private void confirm() {
    String token = token();
    sns.confirmSubscription(r -> r.topicArn(topic).token(token));
  }

  private String token() {
    return SnsHarness.json(received(1).getFirst().body()).path("Token").asText();
  }

  private List<FakeEndpoint.Received> received(int count) {
    await().until(() -> endpoint.received().size() >= count);
    return List.copyOf(endpoint.received());
  }

  private static HttpResponse<String> visit(String url) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
