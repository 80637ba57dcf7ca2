package dev.darkroom.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.SnsException;

/** What SNS is asked, over its real protocol. */
final class SnsTopicTest {
  private static final String ARN = "arn:aws:sns:us-east-1:123456789012:MediaCompletions";
  private static final Notification NOTIFICATION =
      new Notification(
          "\"beach.jpg\" is ready", "{\"default\":\"{}\"}", Map.of("status", "completed"));

  private volatile String asked = "";
  private volatile int status = 200;
  private final HttpServer server;

  SnsTopicTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void start() {
    server.createContext(
        "/",
        exchange -> {
          asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          byte[] answer =
              "<PublishResponse><PublishResult><MessageId>m1</MessageId></PublishResult></PublishResponse>"
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void eachProtocolGetsItsOwnTextAndFiltersSeeTheAttributes() {
    publish();

    assertThat(form(asked))
        .containsEntry("Action", "Publish")
        .containsEntry("TopicArn", ARN)
        .containsEntry("Subject", "\"beach.jpg\" is ready")
        .containsEntry("MessageStructure", "json")
        .containsEntry("Message", "{\"default\":\"{}\"}")
        .containsEntry("MessageAttributes.entry.1.Name", "status")
        .containsEntry("MessageAttributes.entry.1.Value.DataType", "String")
        .containsEntry("MessageAttributes.entry.1.Value.StringValue", "completed");
  }

  @Test
  void whatIsNotAcceptedIsAnException() {
    status = 503;

    assertThatExceptionOfType(SnsException.class).isThrownBy(this::publish);
  }

  private void publish() {
    try (SnsClient sns =
        SnsClient.builder()
            .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
            .httpClient(UrlConnectionHttpClient.create())
            .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .build()) {
      new SnsTopic(sns, ARN).publish(NOTIFICATION);
    }
  }

  private static Map<String, String> form(String body) {
    return Arrays.stream(body.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }
}
