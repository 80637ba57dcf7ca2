package dev.darkroom.reconcile;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.darkroom.stage.job.UploadModel;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Interleaves workers, notifiers, reconcilers, requests, overwrites and a deletion of one upload at
 * every operation on the store, kills some of them, and loses messages. A failure names the seed
 * that repeats it.
 */
final class ReconcileProtocolTest {
  private static final int SEEDS = Integer.getInteger("darkroom.interleavings", 250);
  private static final List<String> KEYS =
      List.of(
          "originals/image/dropped.jpg",
          "originals/image/_ann/7zd2wz6bkg4r9s5m8n3v0c1xae/beach.jpg");

  @ParameterizedTest
  @EnumSource
  void whateverIsLostEveryUploadEndsInOneResultThatIsAnnounced(UploadModel.Fate fate) {
    for (String key : KEYS) {
      LongStream.range(0, SEEDS)
          .forEach(
              seed ->
                  assertThatCode(() -> new ReconcileWorld(seed, fate, key).run())
                      .as("seed %d, %s, %s", seed, fate, key)
                      .doesNotThrowAnyException());
    }
  }
}
