package dev.darkroom.stage.job;

import dev.darkroom.contract.Media;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Rejection;
import dev.darkroom.stage.batch.Deadline;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** How far the work on one original has come: at some record, or at its end. */
public sealed interface Progress<T> {
  /** On to the next step with this. */
  record At<T>(T value) implements Progress<T> {}

  /** Nothing more to do. */
  record Ended<T>(Outcome outcome) implements Progress<T> {}

  static <T> Progress<T> rejected(Rejection rejection, @Nullable Media media) {
    return new Ended<>(new Outcome.Rejected(rejection, media));
  }

  /** From one record to the next, or to the outcome. */
  @FunctionalInterface
  interface Step<I, O> {
    O apply(I input) throws Exception;
  }

  /**
   * Takes the next step, if there is anything left to do and time to do it.
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

  /** Takes the last step, unless the end came before. */
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
