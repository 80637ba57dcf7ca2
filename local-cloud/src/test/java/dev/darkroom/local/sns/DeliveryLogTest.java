package dev.darkroom.local.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryLogTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("log");
  }

  @Test
  void whatIsNotDoneIsFoundAgain() throws IOException {
    Delivery confirmation = new Delivery.Confirmation("c", "s", "2026-01-01T00:00:00.000Z");
    try (DeliveryLog log = DeliveryLog.open(file)) {
      log.add(List.of(notification("1", "ü\n"), notification("2", "two"), confirmation));
      log.done(notification("2", "two"));
    }

    assertThat(reopened()).containsExactly(notification("1", "ü\n"), confirmation);
  }

  @Test
  void aLineThatWasBeingWrittenWhenTheProcessDiedIsNotThere() throws IOException {
    try (DeliveryLog log = DeliveryLog.open(file)) {
      log.add(List.of(notification("1", "one")));
    }
    Files.writeString(file, "{\"add\":{\"type\":\"notifi", StandardOpenOption.APPEND);

    try (DeliveryLog log = DeliveryLog.open(file)) {
      assertThat(log.pending()).containsExactly(notification("1", "one"));
      log.add(List.of(notification("2", "two")));
    }
    assertThat(reopened()).containsExactly(notification("1", "one"), notification("2", "two"));
  }

  @Test
  void aLineThatIsDamagedIsReportedAndNotSkipped() throws IOException {
    Files.writeString(file, "{\"add\"\n{\"done\":\"1\"}\n");

    assertThatThrownBy(() -> DeliveryLog.open(file)).isInstanceOf(IOException.class);
  }

  @Test
  void theFileDoesNotGrowWithWhatIsDone() throws IOException {
    String large = "x".repeat(200_000);
    Delivery kept = notification("kept", "kept");
    try (DeliveryLog log = DeliveryLog.open(file)) {
      log.add(List.of(kept));
      for (int i = 0; i < 100; i++) {
        Delivery delivery = notification("n" + i, large);
        log.add(List.of(delivery));
        log.done(delivery);
      }
      assertThat(Files.size(file)).isLessThan(5_000_000);
    }
    assertThat(reopened()).containsExactly(kept);
  }

  private List<Delivery> reopened() throws IOException {
    try (DeliveryLog log = DeliveryLog.open(file)) {
      return log.pending();
    }
  }

  private static Delivery notification(String id, String body) {
    Map<String, MessageAttribute> attributes = Map.of("a", new MessageAttribute("Binary", "AAAA"));
    return new Delivery.Notification(
        id,
        "subscription",
        new Message(
            "m" + id,
            "topic",
            null,
            body,
            Map.of("email", "e"),
            attributes,
            "2026-01-01T00:00:00.000Z"));
  }
}
