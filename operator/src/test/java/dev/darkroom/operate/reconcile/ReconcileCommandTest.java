package dev.darkroom.operate.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.darkroom.operate.place.RefusedException;
import dev.darkroom.operate.terminal.Screen;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReconcileCommandTest {
  private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());
  private static final Screen SCREEN = new Screen(NOWHERE, NOWHERE, false);

  @Test
  void itRunsUntilEverythingWasLookedAtAndSumsUp() {
    var answers =
        new ArrayDeque<>(
            List.of(
                "{\"scanned\":5,\"resent\":1,\"failed\":0,\"complete\":false}",
                "{\"scanned\":2,\"resent\":3,\"failed\":1,\"complete\":true}"));
    var events = new ArrayList<String>();

    Counts counts =
        Reconcile.run(
            (name, event) -> {
              events.add(name + " " + event);
              return answers.remove();
            },
            "10m",
            SCREEN);

    assertThat(counts.sums()).isEqualTo(Map.of("scanned", 7L, "resent", 4L, "failed", 1L));
    assertThat(events)
        .containsExactly(
            "Reconciler {\"olderThan\":\"10m\"}", "Reconciler {\"olderThan\":\"10m\"}");
  }

  @Test
  void anAnswerOfAnotherFormEndsIt() {
    for (String answer : List.of("null", "{}", "?")) {
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> Reconcile.run((name, event) -> answer, null, SCREEN))
          .withMessageContaining("cannot read");
    }
  }
}
