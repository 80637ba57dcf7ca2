package dev.darkroom.host;

import java.time.Duration;

/**
 * How long the host waits for things.
 *
 * @param init longest a process may take to ask for its first event; Lambda gives 10 s ("Lambda
 *     execution environment lifecycle")
 * @param idle how long an unused process is kept
 * @param integration longest an HTTP caller waits for its answer; API Gateway gives 30 s ("Quotas
 *     for HTTP APIs")
 * @param grace how long invocations under way may go on when the host is closed
 */
public record Timing(Duration init, Duration idle, Duration integration, Duration grace) {

  public static final Timing DEFAULT =
      new Timing(
          Duration.ofSeconds(10),
          Duration.ofMinutes(5),
          Duration.ofSeconds(30),
          Duration.ofSeconds(10));
}
