package dev.darkroom.operate.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

final class PaceTest {
  private final Stopped time = new Stopped();

  private static final class Stopped implements Pace.Time {
    private long nanos;
    private final List<Duration> slept = new ArrayList<>();

    @Override
    public long nanos() {
      return nanos;
    }

    @Override
    public void sleep(Duration duration) {
      slept.add(duration);
      nanos += duration.toNanos();
    }
  }

  private static Rate rate(String text) {
    return new Rate.Converter().convert(text);
  }

  @Test
  void stepsBeginNoFasterThanTheRate() {
    var pace = new Pace(Optional.of(rate("10/s")), time);

    pace.await();
    pace.await();
    time.nanos += Duration.ofMillis(70).toNanos();
    pace.await();

    assertThat(time.slept).containsExactly(Duration.ofMillis(100), Duration.ofMillis(30));
  }

  @Test
  void stepsThatCameLateAreNotMadeUpFor() {
    var pace = new Pace(Optional.of(rate("60/m")), time);
    pace.await();
    time.nanos += Duration.ofSeconds(30).toNanos();

    pace.await();
    pace.await();

    assertThat(time.slept).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void withoutARateNothingWaits() {
    var pace = new Pace(Optional.empty(), time);

    pace.await();
    pace.await();

    assertThat(time.slept).isEmpty();
  }

  @Test
  void ratesAreCountsBySecondOrMinute() {
    assertThat(rate("4/s").interval()).isEqualTo(Duration.ofMillis(250));
    assertThat(rate("30/m").interval()).isEqualTo(Duration.ofSeconds(2));
    assertThat(rate("2/m").within(Duration.ofMinutes(2))).isEqualTo(4);
    assertThat(rate("1/m").within(Duration.ofSeconds(1))).isEqualTo(1);
    for (String wrong : List.of("", "10", "0/s", "-1/s", "1/h", "10/s ", "9999999/s")) {
      assertThatExceptionOfType(TypeConversionException.class)
          .isThrownBy(() -> rate(wrong))
          .withMessageContaining("write 10/s");
    }
  }
}
