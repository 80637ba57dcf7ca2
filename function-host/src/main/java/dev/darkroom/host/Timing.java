package dev.darkroom.host;

import java.time.Duration;

/**
 * Time limits of a host.
 *
 * @param init maximum time from a process's start to its first request for an event; 10 s on Lambda
 *     ("Lambda execution environment lifecycle")
 * @param idle how long an unused process is kept
 * @param integration maximum time that an HTTP caller waits for its answer; 30 s on API Gateway
 *     ("Quotas for HTTP APIs")
 * @param grace how long invocations under way may continue after the host is closed
 */
public record Timing(Duration init, Duration idle, Duration integration, Duration grace) {

  public static final Timing DEFAULT =
      new Timing(
          Duration.ofSeconds(10),
          Duration.ofMinutes(5),
          Duration.ofSeconds(30),
          Duration.ofSeconds(10));
}
