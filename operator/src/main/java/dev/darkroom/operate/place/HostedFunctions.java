package dev.darkroom.operate.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Invokes functions on the local host's management port.
 *
 * @param management its address
 */
record HostedFunctions(URI management) implements Functions {
  /** Lambda's longest timeout, and a minute. */
  static final Duration LIMIT = Duration.ofMinutes(16);

  @Override
  public String invoke(String name, String event) {
    var request =
        HttpRequest.newBuilder(management.resolve("/functions/" + name + "/invocations"))
            .timeout(LIMIT)
            .POST(BodyPublishers.ofString(event))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() == 429) {
        throw new RefusedException(name + " is running already; try again later.");
      }
      if (answer.statusCode() != 200) {
        throw new RefusedException("The local run cannot invoke " + name + ": " + answer.body());
      }
      if (answer.headers().firstValue("X-Amz-Function-Error").isPresent()) {
        throw new RefusedException(name + " failed: " + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
