package dev.darkroom.local;

import dev.darkroom.local.fault.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads {@code KIND:PREFIX[:NUMBER]}. */
final class FaultParser {
  private FaultParser() {}

  static Optional<Fault> parse(String text, List<String> problems) {
    var parts = text.split(":", -1);
    var kind = parts[0];
    var prefix = parts.length > 1 ? parts[1] : "";
    var number =
        parts.length == 3
            ? Numbers.parse(parts[2], 1, Integer.MAX_VALUE)
            : Optional.<Integer>empty();
    Optional<Fault> fault =
        switch (kind) {
          case "slow" -> number.map(it -> new Fault.Slow(prefix, Duration.ofMillis(it)));
          case "delayed" -> number.map(it -> new Fault.Delayed(prefix, Duration.ofMillis(it)));
          case "lost-answer" -> number.map(it -> new Fault.LostAnswer(prefix, it));
          case "duplicated" ->
              parts.length == 2 ? Optional.of(new Fault.Duplicated(prefix)) : Optional.empty();
          default -> Optional.empty();
        };
    if (fault.isEmpty()) {
      problems.add("--fault: '" + text + "' is none of the kinds below");
    }
    return fault;
  }
}
