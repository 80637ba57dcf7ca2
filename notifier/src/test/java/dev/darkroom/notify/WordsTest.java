package dev.darkroom.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes and times as people write them. */
final class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "0,             0 bytes",
    "1,             1 byte",
    "999,           999 bytes",
    "1000,          1.0 KB",
    "9949,          9.9 KB",
    "9950,          10 KB",
    "412345,        412 KB",
    "999499,        999 KB",
    "999500,        1.0 MB",
    "3456789,       3.5 MB",
    "2300000000,    2.3 GB",
    "5000000000000, 5.0 TB",
  })
  void sizes(long bytes, String words) {
    assertThat(MediaFacts.size(bytes)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "-5,      0.0 seconds",
    "940,     0.9 seconds",
    "9949,    9.9 seconds",
    "9950,    10 seconds",
    "119000,  119 seconds",
    "120000,  2 minutes",
    "7199000, 119 minutes",
    "7200000, 2 hours",
  })
  void spans(long millis, String words) {
    assertThat(Times.span(Duration.ofMillis(millis))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "400,      0 s",
    "59600,    1 min 0 s",
    "95500,    1 min 36 s",
    "3600000,  1 h 0 min 0 s",
    "36061000, 10 h 1 min 1 s",
  })
  void lengths(long millis, String words) {
    assertThat(Times.length(Duration.ofMillis(millis))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-05-03T18:21:07+02:00 | 3 May 2026, 18:21 UTC+02:00",
        "2026-05-03T18:21:07Z | 3 May 2026, 18:21 UTC",
        "2026-05-03T18:21:07 | 3 May 2026, 18:21",
        "2026:05:03 18:21:07 | 2026:05:03 18:21:07",
      })
  void timesWhereThePictureWasTaken(String iso8601, String words) {
    assertThat(Times.local(iso8601)).isEqualTo(words);
  }
}
