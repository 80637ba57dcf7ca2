package dev.darkroom.local.sns;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;

/** A running service with fake queues and a mail folder, and AWS's own client for it. */
final class SnsHarness implements AutoCloseable {

  static {
    // The first request of a JVM takes long on a machine that has other things to do.
    Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
  }

  final FakeQueues queues = new FakeQueues();
  final Path data;
  final Path mails;
  private final @Nullable MailDelivery mailServer;
  private LocalSns sns;
  private SnsClient client;

  SnsHarness(Path folder) throws IOException {
    this(folder, null);
  }

  SnsHarness(Path folder, @Nullable MailDelivery mailServer) throws IOException {
    this.data = folder.resolve("sns");
    this.mails = folder.resolve("mails");
    this.mailServer = mailServer;
    this.sns = start();
    this.client = client(sns.endpoint());
  }

  SnsClient client() {
    return client;
  }

  URI endpoint() {
    return sns.endpoint();
  }

  void restart() throws IOException {
    close();
    sns = start();
    client = client(sns.endpoint());
  }

  String topic(String name) {
    return client.createTopic(r -> r.name(name)).topicArn();
  }

  String subscribe(String topic, String protocol, String endpoint, Map<String, String> attributes) {
    return client
        .subscribe(
            r ->
                r.topicArn(topic)
                    .protocol(protocol)
                    .endpoint(endpoint)
                    .attributes(attributes)
                    .returnSubscriptionArn(true))
        .subscriptionArn();
  }

  /** Creates a queue and subscribes it; its name is the queue's. */
  String subscribeQueue(String topic, String queue, Map<String, String> attributes) {
    return subscribe(topic, "sqs", queues.create(queue), attributes);
  }

  /** The envelopes in a queue, once there are as many. */
  List<JsonNode> awaitEnvelopes(String queue, int count) {
    Awaitility.await().until(() -> queues.received(queue).size() >= count);
    return queues.bodies(queue).stream().map(SnsHarness::json).toList();
  }

  /** The mail whose file name says so, once it is there. */
  Path awaitMail(String about) {
    return Awaitility.await()
        .until(
            () -> mails().stream().filter(file -> file.toString().contains(about)).findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  static JsonNode json(String text) {
    JsonNode json = Json.parse(text);
    if (json == null) {
      throw new AssertionError("not JSON: " + text);
    }
    return json;
  }

  @Override
  public void close() throws IOException {
    client.close();
    sns.close();
  }

  /** The mails in the folder, oldest first. */
  List<Path> mails() throws IOException {
    if (!Files.exists(mails)) {
      return List.of();
    }
    try (var files = Files.list(mails)) {
      return files.filter(file -> !file.getFileName().toString().startsWith(".")).sorted().toList();
    }
  }

  private LocalSns start() throws IOException {
    return LocalSns.start(
        data, 0, queues, mailServer == null ? MailDelivery.folder(mails) : mailServer);
  }

  static SnsClient client(URI endpoint) {
    return SnsClient.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }
}
