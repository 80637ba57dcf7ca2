package dev.darkroom.stage.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.stream.StreamPlan;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stores what is written in pieces of many sizes. */
class StoredFileTest {
  private static final String KEY = "processed/local/x/unfinished/1/rewrapped";

  private final InMemoryObjectStore store = new InMemoryObjectStore();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100_000, 8 << 20, (8 << 20) + 1, 21_000_000})
  void allBytesAreThereInTheirOrder(int size) throws Exception {
    byte[] bytes = new byte[size];
    new SplittableRandom(size).nextBytes(bytes);

    StreamPlan.Source stored;
    try (var file = new StoredFile(store, KEY, PutOptions.rendition("video/mp4"))) {
      for (int at = 0; at < size; at += 65_521) {
        file.write(bytes, at, Math.min(65_521, size - at));
      }
      stored = file.finish();
    }

    assertThat(stored.key()).isEqualTo(KEY);
    assertThat(stored.size()).isEqualTo(size);
    try (var opened = (Read.Opened) store.open(KEY, stored.etag())) {
      assertThat(Arrays.equals(opened.body().readAllBytes(), bytes)).isTrue();
    }
  }

  @Test
  void oneThatIsNotFinishedIsNotThere() {
    try (var file = new StoredFile(store, KEY, PutOptions.rendition("video/mp4"))) {
      file.write(new byte[20_000_000], 0, 20_000_000);
    }

    assertThat(store.head(KEY)).isEmpty();
  }
}
