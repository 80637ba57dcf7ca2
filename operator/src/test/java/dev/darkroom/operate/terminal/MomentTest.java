package dev.darkroom.operate.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class MomentTest {
  private final Moment moment =
      new Moment(Clock.fixed(Instant.parse("2026-11-02T12:00:00Z"), ZoneOffset.UTC));

  @ParameterizedTest
  @CsvSource({
    "2026-11-01, 2026-11-01T00:00:00Z",
    "2026-11-01T08:30:00Z, 2026-11-01T08:30:00Z",
    "2026-11-01T08:30:00+02:00, 2026-11-01T06:30:00Z",
    "90m, 2026-11-02T10:30:00Z",
    "2h, 2026-11-02T10:00:00Z",
    "7d, 2026-10-26T12:00:00Z"
  })
  void timesAreDatesInstantsAndAges(String text, Instant time) {
    assertThat(moment.convert(text)).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "yesterday", "2026-13-01", "2026-11-01T25:00:00Z", "2w", "01.11.2026"})
  void allElseIsRefusedWithAnExample(String text) {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> moment.convert(text))
        .withMessageContaining("write 2026-11-01");
  }
}
