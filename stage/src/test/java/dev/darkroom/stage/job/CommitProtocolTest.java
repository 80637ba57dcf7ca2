package dev.darkroom.stage.job;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Interleaves workers, requests, overwrites and a deletion of one upload at every operation on the
 * store, and kills some of them. A failure names the seed that repeats it.
 */
final class CommitProtocolTest {
  private static final int SEEDS = Integer.getInteger("darkroom.interleavings", 250);

  @ParameterizedTest
  @EnumSource
  void everyOrderOfEventsEndsInOneResultWhoseOutputsExist(UploadModel.Fate fate) {
    LongStream.range(0, SEEDS)
        .forEach(
            seed ->
                assertThatCode(() -> new UploadWorld(seed, fate).run())
                    .as("seed %d, %s", seed, fate)
                    .doesNotThrowAnyException());
  }
}
