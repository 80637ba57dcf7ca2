package dev.darkroom.local;

import dev.darkroom.local.fault.Fault;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code KIND:PREFIX[:NUMBER]}. */
final class FaultConverter implements ITypeConverter<Fault> {
  @Override
  public Fault convert(String text) {
    var parts = text.split(":", -1);
    var prefix = parts.length > 1 ? parts[1] : "";
    var number =
        parts.length == 3
            ? Numbers.parse(parts[2], 1, Integer.MAX_VALUE)
            : Optional.<Integer>empty();
    Optional<Fault> fault =
        switch (parts[0]) {
          case "slow" -> number.map(it -> new Fault.Slow(prefix, Duration.ofMillis(it)));
          case "delayed" -> number.map(it -> new Fault.Delayed(prefix, Duration.ofMillis(it)));
          case "lost-answer" -> number.map(it -> new Fault.LostAnswer(prefix, it));
          case "duplicated" ->
              parts.length == 2 ? Optional.of(new Fault.Duplicated(prefix)) : Optional.empty();
          default -> Optional.empty();
        };
    return fault.orElseThrow(
        () -> new TypeConversionException("'" + text + "' is none of the kinds below"));
  }
}
