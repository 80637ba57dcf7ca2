package dev.darkroom.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Waits for the page, so that "ready" does not leave its cold start to the first visitor. */
final class FirstAnswer {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int FIRST_SERVER_ERROR = 500;

  private FirstAnswer() {}

  /**
   * Requests the page until it answers without a server error, for at most a minute: a broken
   * function is easier to examine in a Darkroom that runs.
   */
  static void await(URI http) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try (var client = HttpClient.newHttpClient()) {
      while (status(client, http) >= FIRST_SERVER_ERROR && System.nanoTime() < end) {
        Thread.sleep(Duration.ofSeconds(1));
      }
    } catch (IOException e) {
      throw new IllegalStateException("the HTTP front does not answer at " + http, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int status(HttpClient client, URI http) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(http.resolve("/")).timeout(PATIENCE).build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }
}
