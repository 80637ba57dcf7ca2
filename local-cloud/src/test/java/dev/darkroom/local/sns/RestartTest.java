package dev.darkroom.local.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.darkroom.local.ChildJvm;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sns.SnsClient;

class RestartTest {

  private static final Map<String, String> RAW = Map.of("RawMessageDelivery", "true");

  @TempDir Path folder;

  @Test
  void topicsSubscriptionsAndTokensAreStillThere() throws IOException {
    try (SnsHarness harness = new SnsHarness(folder);
        FakeEndpoint endpoint = new FakeEndpoint()) {
      String topic = harness.topic("t");
      harness.subscribeQueue(topic, "q", Map.of("FilterPolicy", "{\"a\":[1]}"));
      harness.subscribe(topic, "http", endpoint.url(), Map.of());
      var before = harness.client().listSubscriptions().subscriptions();
      await().until(() -> !endpoint.received().isEmpty());
      String token = SnsHarness.json(endpoint.received().getFirst().body()).path("Token").asText();

      harness.restart();

      assertThat(harness.client().listSubscriptions().subscriptions()).isEqualTo(before);
      harness.client().confirmSubscription(r -> r.topicArn(topic).token(token));
    }
  }

  @Test
  void whatWasNotDeliveredIsDeliveredAfterwardsAndWhatWasIsNot() throws IOException {
    try (SnsHarness harness = new SnsHarness(folder)) {
      String topic = harness.topic("t");
      harness.subscribeQueue(topic, "q", RAW);
      harness.client().publish(r -> r.topicArn(topic).message("delivered"));
      await().until(() -> !harness.queues.received("q").isEmpty());
      harness.queues.down(true);
      harness.client().publish(r -> r.topicArn(topic).message("waiting"));

      harness.restart();
      harness.queues.down(false);

      await()
          .untilAsserted(
              () -> assertThat(harness.queues.bodies("q")).containsExactly("delivered", "waiting"));
    }
  }

  @Test
  void aPublishThatWasAnsweredOutlivesAKill() throws Exception {
    try (ChildJvm process = ChildJvm.run(ServeUntilKilled.class, folder.toString())) {
      try (SnsClient client = SnsHarness.client(URI.create(process.line()))) {
        String topic = client.createTopic(r -> r.name("t")).topicArn();
        client.subscribe(
            r ->
                r.topicArn(topic)
                    .protocol("sqs")
                    .endpoint("arn:aws:sqs:us-east-1:000000000000:q")
                    .attributes(RAW));
        client.publish(r -> r.topicArn(topic).message("promised"));
      }
      process.kill();
    }

    try (FakeQueues queues = new FakeQueues()) {
      queues.create("q");
      try (LocalSns _ =
          LocalSns.start(folder.resolve("sns"), 0, queues, MailDelivery.folder(folder))) {
        await().untilAsserted(() -> assertThat(queues.bodies("q")).containsExactly("promised"));
      }
    }
  }
}
