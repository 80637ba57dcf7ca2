package dev.darkroom.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MediaIdTest {
  private static final Instant NOW = Instant.parse("2026-05-04T03:02:01.234Z");
  private final RandomGenerator random = new SplittableRandom(7);

  @Test
  void newerIdsSortFirst() {
    List<String> oldestFirst =
        Stream.of(0L, 1L, 2L, 31L, 32L, 1_000L, 86_400_000L, 31_536_000_000L)
            .map(later -> MediaId.next(NOW.plusMillis(later), random).value())
            .toList();

    assertThat(oldestFirst.reversed()).isSorted();
  }

  @Test
  void tellsWhenItWasMade() {
    assertThat(MediaId.next(NOW, random).createdAt()).isEqualTo(NOW);
    assertThat(MediaId.next(Instant.EPOCH, random).createdAt()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void idsOfOneMillisecondDiffer() {
    var ids = new HashSet<MediaId>();
    for (int i = 0; i < 10_000; i++) {
      ids.add(MediaId.next(NOW, random));
    }
    assertThat(ids).hasSize(10_000);
  }

  @Test
  void sameKeyDerivesTheSameId() {
    MediaId id = MediaId.derived("originals/image/a.jpg");

    assertThat(MediaId.derived("originals/image/a.jpg")).isEqualTo(id);
    assertThat(MediaId.derived("originals/image/b.jpg")).isNotEqualTo(id);
  }

  @Test
  void derivedIdsStayTheSameFromReleaseToRelease() {
    assertThat(MediaId.derived("originals/image/a.jpg")).hasToString("fjdxxtcfdd9gs89tktc2mzhzpj");
  }

  @Test
  void derivedIdsHaveATimeThoughItMeansNothing() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(MediaId.derived("key" + i).createdAt()).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0123456789abcdefghjkmnpqr",
        "0123456789abcdefghjkmnpqrst",
        "0123456789ABCDEFGHJKMNPQRS",
        "0123456789abcdefghijkmnpqr",
        "0123456789abcdefghlkmnpqrs",
        "0123456789abcdefgh/kmnpqrs",
        "0123456789abcdefghjkmnpqrs\n"
      })
  void isNothingElse(String value) {
    assertThat(MediaId.isValid(value)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new MediaId(value));
  }
}
