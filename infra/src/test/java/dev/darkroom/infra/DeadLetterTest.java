package dev.darkroom.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A message that cannot be handled ends where somebody sees it. */
final class DeadLetterTest {
  private final Stack stack = DarkroomTemplate.stack();

  @Test
  void everyQueueWithAFunctionGivesAMessageAtLeastFiveTries() {
    assertThat(stack.functions())
        .flatExtracting(ServerlessFunction::sources)
        .extracting(source -> stack.queue(source.queue()).redrive())
        .isNotEmpty()
        .allSatisfy(
            redrive ->
                assertThat(redrive)
                    .hasValueSatisfying(
                        it -> assertThat(it.maxReceiveCount()).isGreaterThanOrEqualTo(5)));
  }

  @Test
  void jobsEndInTheQueueWhoseFunctionTellsTheUploader() {
    assertThat(deadLettersOf("ImageJobs")).isEqualTo("DeadLetters");
    assertThat(deadLettersOf("VideoJobs")).isEqualTo("DeadLetters");
    assertThat(deadLettersOf("StreamJobs")).isEqualTo("DeadLetters");
  }

  @Test
  void whatTheNotifierCannotHandleWaitsForAPersonForTwoWeeks() {
    assertThat(deadLettersOf("Completions")).isEqualTo("Unhandled");
    assertThat(deadLettersOf("DeadLetters")).isEqualTo("Unhandled");
    assertThat(stack.queue("Unhandled").redrive()).isEmpty();
    assertThat(stack.queue("Unhandled").retention()).isEqualTo(Duration.ofDays(14));
  }

  /** A moved message may still have the count of the queue it comes from. */
  @Test
  void aDeadLetterHasFiveTriesOfItsOwn() {
    int before = stack.queue("ImageJobs").redrive().orElseThrow().maxReceiveCount();
    assertThat(stack.queue("VideoJobs").redrive().orElseThrow().maxReceiveCount())
        .isEqualTo(before);
    assertThat(stack.queue("DeadLetters").redrive().orElseThrow().maxReceiveCount())
        .isGreaterThanOrEqualTo(before + 5);
  }

  /** The age of a message counts from its first sending, also after it has been moved. */
  @Test
  void aDeadLetterQueueKeepsMessagesLongerThanTheQueueTheyComeFrom() {
    assertThat(stack.queues())
        .filteredOn(queue -> queue.redrive().isPresent())
        .filteredOn(queue -> !queue.logicalName().equals("DeadLetters"))
        .allSatisfy(
            queue ->
                assertThat(stack.queue(deadLettersOf(queue.logicalName())).retention())
                    .isGreaterThan(queue.retention()));
  }

  private String deadLettersOf(String queue) {
    return stack.queue(queue).redrive().orElseThrow().deadLetters();
  }
}
