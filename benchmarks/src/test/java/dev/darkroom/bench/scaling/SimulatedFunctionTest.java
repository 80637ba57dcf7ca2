package dev.darkroom.bench.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A simulated mapping scales as AWS documents it. */
final class SimulatedFunctionTest {
  private static final double COLD_START = 2;
  private static final double WORK = 10;

  private final Clock clock = new Clock();
  private final Account account = new Account();

  @Test
  void fiveMessagesAreTakenAtOnceAndFiveMoreEachSecond() {
    SimulatedFunction function = function(1_000, 0);

    List<Double> ends = send(function, 20);

    assertThat(ends.subList(0, 5)).allSatisfy(end -> assertThat(end).isEqualTo(WORK));
    assertThat(ends.get(5)).isEqualTo(WORK + 0.2, within(0.001));
    assertThat(ends.get(9)).isEqualTo(WORK + 1, within(0.001));
    assertThat(ends.get(19)).isEqualTo(WORK + 3, within(0.001));
  }

  @Test
  void noMoreRunAtATimeThanAreAllowed() {
    SimulatedFunction function = function(2, 0);

    List<Double> ends = send(function, 6);

    assertThat(ends).containsExactly(10.0, 10.0, 20.0, 20.0, 30.0, 30.0);
    assertThat(function.peak()).isEqualTo(2);
  }

  @Test
  void anEnvironmentStartsColdOnceAndIsUsedAgain() {
    SimulatedFunction function = function(1, COLD_START);

    assertThat(send(function, 3)).containsExactly(12.0, 22.0, 32.0);
    assertThat(function.busySeconds()).isEqualTo(32);
  }

  @Test
  void allFunctionsOfAnAccountShareItsConcurrency() {
    SimulatedFunction first = function(1_000, 0);
    SimulatedFunction second = function(1_000, 0);
    for (int i = 0; i < Lambda.ACCOUNT_CONCURRENCY; i++) {
      first.send(3_600, _ -> {});
    }
    var waited = new ArrayList<Held>();
    clock.after(600, () -> second.send(WORK, waited::add));
    clock.run();

    assertThat(waited).containsExactly(new Held(0, 0, 3_000));
  }

  @Test
  void aMessageLearnsWhatItWaitedFor() {
    SimulatedFunction function = function(2, 0);
    var waited = new ArrayList<Held>();

    for (int i = 0; i < 3; i++) {
      function.send(WORK, waited::add);
    }
    clock.run();

    assertThat(waited).containsExactly(Held.NOT, Held.NOT, new Held(0, WORK, 0));
  }

  private SimulatedFunction function(int concurrency, double coldStart) {
    return new SimulatedFunction(clock, account, concurrency, coldStart, 1_769);
  }

  /** Sends messages at once, and returns when each had been worked on. */
  private List<Double> send(SimulatedFunction function, int messages) {
    var ends = new ArrayList<Double>();
    for (int i = 0; i < messages; i++) {
      function.send(WORK, _ -> ends.add(clock.now()));
    }
    clock.run();
    return ends;
  }
}
