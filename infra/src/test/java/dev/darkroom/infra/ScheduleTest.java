package dev.darkroom.infra;

import static dev.darkroom.infra.DarkroomTemplate.at;
import static dev.darkroom.infra.DarkroomTemplate.plain;
import static dev.darkroom.infra.DarkroomTemplate.resources;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reconciler runs by itself, and after everything else had its chance. */
final class ScheduleTest {
  private final Stack stack = DarkroomTemplate.stack();
  private final ServerlessFunction reconciler = stack.function("Reconciler");

  @Test
  void theReconcilerRunsEveryHourAndEndsBeforeItsNextRun() {
    assertThat(reconciler.schedules()).containsExactly(new Schedule(Duration.ofHours(1), "{}"));
    assertThat(reconciler.timeout()).isLessThan(Duration.ofHours(1));
  }

  @Test
  void aRunThatFailedIsNotRepeatedBeforeTheNext() {
    var properties =
        resources(ResourceType.FUNCTION).stream()
            .filter(it -> it.logicalName().equals("Reconciler"))
            .map(it -> plain(it.properties()))
            .findFirst()
            .orElseThrow();
    assertThat(at(properties, "Events", "Schedule", "Properties", "RetryPolicy"))
        .isEqualTo(Map.of("MaximumRetryAttempts", "0"));
    assertThat(at(properties, "EventInvokeConfig", "MaximumRetryAttempts")).isEqualTo("0");
  }

  /** Whatever is younger may still be tried, or be given up, by its own messages. */
  @ParameterizedTest
  @CsvSource({
    "IMAGE, ImageTimeout, ImageJobs",
    "VIDEO, VideoTimeout, VideoJobs",
    "STREAM, StreamTimeout, StreamJobs",
    "ANNOUNCEMENT, NotifierTimeout, Completions"
  })
  void nothingCountsAsLostWhileItsQueueOrTheDeadLettersMayStillTryIt(
      String kind, String timeout, String queue) {
    for (int seconds : List.of(30, 60, 120, 180, 240, 300, 420, 600, 900)) {
      Stack chosen =
          Stack.read(
              DarkroomTemplate.FILE,
              DarkroomTemplate.deployment(Map.of(timeout, Integer.toString(seconds))));
      assertThat(lostAfter(chosen, kind))
          .isGreaterThan(tries(chosen, queue).plus(tries(stack, "DeadLetters")));
    }
  }

  private static Duration tries(Stack in, String name) {
    Queue queue = in.queue(name);
    return queue.visibility().multipliedBy(queue.redrive().orElseThrow().maxReceiveCount());
  }

  private static Duration lostAfter(Stack in, String kind) {
    Value value = in.function("Reconciler").environment().get("DARKROOM_LOST_AFTER_" + kind);
    return Duration.ofSeconds(Long.parseLong((String) plain(requireNonNull(value))));
  }

  @ParameterizedTest
  @CsvSource({
    "rate(1 minute), PT1M",
    "rate(90 minutes), PT1H30M",
    "rate(2 hours), PT2H",
    "rate(1 day), PT24H"
  })
  void aRateIsReadAsAwsWritesIt(String text, Duration rate) {
    assertThat(Schedule.rate(text)).contains(rate);
  }

  @ParameterizedTest
  @CsvSource({"rate(0 hours)", "rate(1 week)", "cron(0 * * * ? *)", "1 hour"})
  void anythingElseIsNoRate(String text) {
    assertThat(Schedule.rate(text)).isEmpty();
  }
}
