package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Outcome;
import dev.darkroom.image.hostile.Spending;
import dev.darkroom.stage.job.Job;
import java.util.Set;

/** Processes files from strangers, and checks what must hold for each of them. */
final class HostileFile {
  /** Most that one file may allocate on the heap, in bytes. */
  private static final long MEMORY = 64_000_000;

  private HostileFile() {}

  /**
   * Processes a file that ends in pictures, in a rejection, or with the video worker.
   *
   * @param reasons the codes that a rejection may have
   */
  static Spending.Counted<Outcome> process(Workplace workplace, byte[] file, Set<ErrorCode> reasons)
      throws Exception {
    Job job = workplace.upload(file);
    Spending.Counted<Outcome> counted = Spending.of(() -> workplace.process(job));

    switch (counted.result()) {
      case Outcome.Completed completed -> assertThat(completed.renditions()).isNotEmpty();
      case Outcome.Rejected(var rejection, var _) ->
          assertThat(rejection.code()).as(rejection.message()).isIn(reasons);
      case Outcome.BelongsTo(var kind) -> assertThat(kind).isNotNull();
      case Outcome.Streams _ -> throw new AssertionError("pictures have no streams");
      case Outcome.Vanished() -> throw new AssertionError("the file was there all the time");
    }
    assertThat(counted.spending().allocated()).as("%s", counted.spending()).isLessThan(MEMORY);
    return counted;
  }
}
