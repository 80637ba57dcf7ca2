package dev.darkroom.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Queues and the functions they call fit together in time and in batches. */
final class QueueTimingTest {
  private static final Map<String, String> TIMEOUTS =
      Map.of(
          "ImageTimeout", "ImageJobs",
          "VideoTimeout", "VideoJobs",
          "StreamTimeout", "StreamJobs",
          "NotifierTimeout", "Completions");

  private final Stack stack = DarkroomTemplate.stack();

  /** AWS Lambda Developer Guide, "Creating and configuring an Amazon SQS event source mapping". */
  @Test
  void aMessageStaysHiddenForSixTimesTheTimeoutOfItsFunction() {
    assertThat(stack.functions())
        .allSatisfy(
            function ->
                assertThat(function.sources())
                    .allSatisfy(
                        source ->
                            assertThat(stack.queue(source.queue()).visibility())
                                .as(source.queue())
                                .isGreaterThanOrEqualTo(
                                    function
                                        .timeout()
                                        .multipliedBy(6)
                                        .plus(source.batchingWindow()))));
  }

  /** Lambda's longest timeout is 15 minutes, SQS's longest visibility 12 hours. */
  @Test
  void aTimeoutIsOneForWhichTheTemplateKnowsSixTimes() {
    assertThat(TIMEOUTS)
        .allSatisfy(
            (parameter, queue) -> {
              for (int seconds : List.of(30, 60, 120, 180, 240, 300, 420, 600, 900)) {
                var chosen = stack(parameter, seconds);
                assertThat(chosen.queue(queue).visibility())
                    .isEqualTo(Duration.ofSeconds(6L * seconds));
              }
              assertThatThrownBy(() -> stack(parameter, 7201)).hasMessageContaining("is none of");
            });
  }

  private static Stack stack(String parameter, int value) {
    return Stack.read(
        DarkroomTemplate.FILE,
        DarkroomTemplate.deployment(Map.of(parameter, Integer.toString(value))));
  }

  @Test
  void everyFunctionOnAQueueNamesTheMessagesThatFailed() {
    assertThat(stack.functions())
        .flatExtracting(ServerlessFunction::sources)
        .isNotEmpty()
        .allMatch(QueueSource::reportBatchItemFailures);
  }

  /** The invocation of such a batch succeeds, so that the function's own errors do not count it. */
  @Test
  void messagesThatFailedAreCountedForEveryFunctionOnAQueue() {
    assertThat(stack.functions())
        .flatExtracting(ServerlessFunction::sources)
        .isNotEmpty()
        .allMatch(QueueSource::countsEvents);
  }

  @Test
  void aFileThatTakesItsWorkerDownTakesNoOtherFileWithIt() {
    assertThat(stack.functions())
        .filteredOn(function -> function.logicalName().endsWith("Worker"))
        .hasSize(3)
        .flatExtracting(ServerlessFunction::sources)
        .allSatisfy(source -> assertThat(source.batchSize()).isEqualTo(1));
  }

  @Test
  void everyQueueButTheLastHasAFunction() {
    assertThat(stack.functions())
        .flatExtracting(ServerlessFunction::sources)
        .extracting(QueueSource::queue)
        .containsExactlyInAnyOrder(
            "ImageJobs", "VideoJobs", "StreamJobs", "Completions", "DeadLetters");
  }
}
