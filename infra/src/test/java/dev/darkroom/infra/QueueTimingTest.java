package dev.darkroom.infra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Queues and the functions they call fit together in time and in batches. */
final class QueueTimingTest {
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
