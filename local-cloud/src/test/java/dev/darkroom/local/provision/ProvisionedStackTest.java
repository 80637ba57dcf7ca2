package dev.darkroom.local.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ProvisionedStackTest {
  @Test
  void everyQueueIsAVariableNamedAfterIt() {
    var stack =
        new ProvisionedStack(
            Map.of(),
            Map.of("DeadLetters", queue("letters"), "Unhandled", queue("unhandled")),
            Map.of());

    assertThat(stack.queueVariables())
        .isEqualTo(
            Map.of(
                "DARKROOM_QUEUE_DEAD_LETTERS", "http://127.0.0.1/letters",
                "DARKROOM_QUEUE_UNHANDLED", "http://127.0.0.1/unhandled"));
  }

  private static ProvisionedQueue queue(String name) {
    return new ProvisionedQueue(name, URI.create("http://127.0.0.1/" + name), "arn:" + name);
  }
}
