package dev.darkroom.local.sns;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Delivers to HTTP endpoints, with the headers that SNS sends. */
final class HttpTransport implements Transport, AutoCloseable {

  /**
   * How long SNS waits for an endpoint's answer ("HTTP/HTTPS notifications" in the developer
   * guide).
   */
  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  private static final int TOO_MANY_REQUESTS = 429;

  private final Envelope envelope;

  /** Does not follow redirects, which could lead off this machine. */
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .proxy(HttpClient.Builder.NO_PROXY)
          .connectTimeout(TIMEOUT)
          .build();

  HttpTransport(Envelope envelope) {
    this.envelope = envelope;
  }

  @Override
  public Receipt deliver(Delivery delivery, Subscription to)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(to.endpoint()))
            .timeout(TIMEOUT)
            .header("Content-Type", "text/plain; charset=UTF-8")
            .header("User-Agent", "Amazon Simple Notification Service Agent")
            .header("x-amz-sns-message-type", Envelope.type(delivery))
            .header("x-amz-sns-topic-arn", to.topicArn());
    String body = envelope.of(delivery, to);
    switch (delivery) {
      case Delivery.Notification(_, _, Message message) -> {
        request
            .header("x-amz-sns-message-id", message.id())
            .header("x-amz-sns-subscription-arn", to.arn());
        if (to.attributes().raw()) {
          request.header("x-amz-sns-rawdelivery", "true");
          body = message.body(to.protocol());
        }
      }
      case Delivery.Confirmation(String id, _, _) -> request.header("x-amz-sns-message-id", id);
    }
    int status =
        client
            .send(
                request.POST(HttpRequest.BodyPublishers.ofString(body, UTF_8)).build(),
                BodyHandlers.discarding())
            .statusCode();
    if (status >= 200 && status < 300) {
      return new Receipt.Delivered();
    }
    if (status >= 500 || status == TOO_MANY_REQUESTS) {
      throw new IOException("the endpoint answered " + status);
    }
    return new Receipt.Rejected("the endpoint answered " + status);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
