package dev.darkroom.video.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.codec.Malformed;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Owner;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.job.Job;
import dev.darkroom.stage.job.SampleJob;
import dev.darkroom.stage.store.InMemoryObjectStore;
import dev.darkroom.stage.store.PutOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RangedOriginalTest {
  private static final String KEY = "originals/video/local/clip.mp4";
  private static final int SIZE = 100_000;

  private final InMemoryObjectStore store = new InMemoryObjectStore();
  private final byte[] bytes = new byte[SIZE];

  @BeforeEach
  void fill() {
    new Random(7).nextBytes(bytes);
  }

  @Test
  void readsAheadAndRequestsOnce() throws Exception {
    RangedOriginal original = original(4096, 10);

    assertThat(original.read(10, 16).bytes(16)).isEqualTo(slice(10, 16));
    assertThat(original.read(3000, 1000).bytes(1000)).isEqualTo(slice(3000, 1000));
    assertThat(original.requests()).isEqualTo(1);
    assertThat(original.bytesRead()).isEqualTo(4096);
  }

  @Test
  void requestsOnlyWhatIsNotCached() throws Exception {
    RangedOriginal original = original(4096, 10);
    original.read(0, 16);

    assertThat(original.read(100, 50_000).bytes(50_000)).isEqualTo(slice(100, 50_000));
    assertThat(original.requests()).isEqualTo(2);
    assertThat(original.bytesRead()).isEqualTo(50_100);
  }

  @Test
  void everyRangeHasTheRightBytes() throws Exception {
    RangedOriginal original = original(4096, 1000);
    var random = new Random(11);
    for (int i = 0; i < 500; i++) {
      int from = random.nextInt(SIZE);
      int length = random.nextInt(Math.min(9000, SIZE - from) + 1);
      assertThat(original.read(from, length).bytes(length)).isEqualTo(slice(from, length));
    }
  }

  @Test
  void aRangeBeyondTheFileIsMalformed() throws Exception {
    RangedOriginal original = original(4096, 10);

    assertThatThrownBy(() -> original.read(SIZE - 10, 11)).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> original.read(Long.MAX_VALUE, 1)).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> original.read(-1, 1)).isInstanceOf(Malformed.class);
    assertThat(original.read(SIZE, 0).hasRemaining()).isFalse();
    assertThat(original.requests()).isZero();
  }

  @Test
  void tooManyRequestsAreTheFilesFault() throws Exception {
    RangedOriginal original = original(4096, 2);
    original.read(0, 1);
    original.read(50_000, 1);

    assertThatThrownBy(() -> original.read(90_000, 1)).isInstanceOf(Malformed.class);
  }

  @Test
  void noticesThatTheOriginalWasReplacedOrDeleted() throws Exception {
    RangedOriginal original = original(4096, 10);
    original.read(0, 1);
    put(Arrays.copyOf(bytes, SIZE - 1));

    assertThatThrownBy(() -> original.read(50_000, 1)).isInstanceOf(OriginalGone.class);
    store.delete(List.of(KEY));
    assertThatThrownBy(() -> original.read(50_000, 1)).isInstanceOf(OriginalGone.class);
  }

  private RangedOriginal original(int readAhead, int maxRequests) {
    String etag = put(bytes);
    var key = new OriginalKey(MediaKind.VIDEO, Owner.LOCAL, MediaId.derived(KEY), KEY, "clip.mp4");
    Job job = SampleJob.of(key, etag, SIZE, Deadline.after(Duration.ofMinutes(1)));
    return new RangedOriginal(store, job, new RangedOriginal.Limits(readAhead, maxRequests));
  }

  private String put(byte[] content) {
    return store.put(KEY, new PutOptions("video/mp4", null, null, Map.of()), content).etag();
  }

  private byte[] slice(int from, int length) {
    return Arrays.copyOfRange(bytes, from, from + length);
  }
}
