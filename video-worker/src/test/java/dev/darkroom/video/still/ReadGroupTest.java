package dev.darkroom.video.still;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadGroupTest {
  @Test
  void oneRequestReadsNeighbors() {
    List<ReadGroup> reads = ReadGroup.plan(List.of(at(1_000, 500), at(0, 500), at(200_000, 500)));

    assertThat(reads).hasSize(1);
    assertThat(reads.getFirst().from()).isZero();
    assertThat(reads.getFirst().length()).isEqualTo(200_500);
  }

  @Test
  void aDistantKeyframeHasARequestOfItsOwn() {
    assertThat(ReadGroup.plan(List.of(at(0, 100_000), at(1_000_000, 100_000)))).hasSize(2);
  }

  @Test
  void noRequestIsTooLong() {
    var keyframes = new ArrayList<Keyframe>();
    for (int i = 0; i < 10; i++) {
      keyframes.add(at(i * 1_000_000L, 1_000_000));
    }

    assertThat(ReadGroup.plan(keyframes)).allMatch(read -> read.length() <= 4 << 20);
  }

  @Test
  void theSameKeyframeIsReadOnce() {
    assertThat(ReadGroup.plan(List.of(at(0, 10), at(0, 10))).getFirst().keyframes()).hasSize(1);
  }

  @Test
  void allKeyframesAreReadAndTheFirstAreSpreadOverTheVideo() {
    var keyframes = new ArrayList<Keyframe>();
    for (int i = 0; i < 100; i++) {
      keyframes.add(at(i * 10_000_000L, 100));
    }
    List<ReadGroup> reads = ReadGroup.plan(keyframes);

    assertThat(reads)
        .flatExtracting(ReadGroup::keyframes)
        .containsExactlyInAnyOrderElementsOf(keyframes);
    assertThat(reads.subList(0, 4))
        .extracting(read -> read.from() / 10_000_000)
        .containsExactly(0L, 64L, 32L, 96L);
  }

  private static Keyframe at(long offset, int size) {
    return new Keyframe(offset, size, offset, 1);
  }
}
