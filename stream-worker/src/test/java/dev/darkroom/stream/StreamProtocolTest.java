package dev.darkroom.stream;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.darkroom.stage.job.UploadModel;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Interleaves the tasks of one upload's streams, requests to process it again, overwrites and a
 * deletion at every operation on the store, and kills some of them. A failure names the seed that
 * repeats it.
 */
final class StreamProtocolTest {
  private static final int SEEDS = Integer.getInteger("darkroom.interleavings", 250);

  @ParameterizedTest
  @EnumSource
  void everyOrderOfTasksEndsInOneResultAndLeavesNoWork(UploadModel.Fate fate) {
    LongStream.range(0, SEEDS)
        .forEach(
            seed ->
                assertThatCode(() -> new StreamWorld(seed, fate).run())
                    .as("seed %d, %s", seed, fate)
                    .doesNotThrowAnyException());
  }
}
