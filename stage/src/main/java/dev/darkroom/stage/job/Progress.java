package dev.darkroom.stage.job;

import dev.darkroom.contract.Media;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Rejection;
import dev.darkroom.stage.batch.Deadline;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The state between two steps of a pipeline: a value for the next step, or the outcome. */
public sealed interface Progress<T> {
  /** The next step continues with this value. */
  record At<T>(T value) implements Progress<T> {}

  /** The remaining steps are skipped. */
  record Ended<T>(Outcome outcome) implements Progress<T> {}

  static <T> Progress<T> rejected(Rejection rejection, @Nullable Media media) {
    return new Ended<>(new Outcome.Rejected(rejection, media));
  }

  /** One step of a pipeline. */
  @FunctionalInterface
  interface Step<I, O> {
    O apply(I input) throws Exception;
  }

  /**
   * Takes the next step, unless the end was reached before.
   *
   * @throws TimeoutException once the deadline has passed
   * @throws Exception what the step throws
   */
  default <O> Progress<O> then(Deadline deadline, Step<? super T, Progress<O>> step)
      throws Exception {
    return switch (this) {
      case At<T>(T value) -> {
        deadline.check();
        yield step.apply(value);
      }
      case Ended<T>(Outcome outcome) -> new Ended<>(outcome);
    };
  }

  /** Takes the last step, unless the end was reached before. */
  default Outcome end(Deadline deadline, Step<? super T, Outcome> step) throws Exception {
    return switch (this) {
      case At<T>(T value) -> {
        deadline.check();
        yield step.apply(value);
      }
      case Ended<T>(Outcome outcome) -> outcome;
    };
  }
}
