package dev.darkroom.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was opened is closed. */
final class ClosingTest {
  private final List<String> closed = new ArrayList<>();
  private final Closing closing = new Closing();

  @Test
  void theLastOpenedIsClosedFirst() throws IOException {
    closing.add(() -> closed.add("queues"));
    closing.add(() -> closed.add("functions"));

    closing.close();

    assertThat(closed).containsExactly("functions", "queues");
  }

  @Test
  void aFaultOfOneLeavesNoOtherOpen() {
    closing.add(() -> closed.add("queues"));
    closing.add(
        () -> {
          throw new IllegalStateException("stuck");
        });

    assertThatThrownBy(closing::close).hasRootCauseMessage("stuck");

    assertThat(closed).containsExactly("queues");
  }
}
