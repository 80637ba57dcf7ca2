package dev.darkroom.infra;

import dev.darkroom.infra.Value.Absent;
import dev.darkroom.infra.Value.Fields;
import dev.darkroom.infra.Value.Items;
import dev.darkroom.infra.Value.Reference;
import dev.darkroom.infra.Value.Text;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads the properties of a mapping by type. Reports a fault and returns an empty value, so that
 * reading can go on. {@link #done()} reports the keys that were not read.
 */
final class Properties {
  private static final String EVERYTHING = "*";

  private final Fields fields;
  private final Problems problems;
  private final Set<String> seen = new HashSet<>();

  private Properties(Fields fields, Problems problems) {
    this.fields = fields;
    this.problems = problems;
  }

  static Properties of(Value value, Problems problems) {
    if (value instanceof Fields fields) {
      return new Properties(fields, problems);
    }
    if (!(value instanceof Absent)) {
      problems.add(value.place(), "a mapping is expected here");
    }
    var nothing = new Properties(new Fields(value.place(), Map.of()), problems);
    // Missing fields are not reported, because the whole mapping is missing.
    nothing.seen.add(EVERYTHING);
    return nothing;
  }

  Place place() {
    return fields.place();
  }

  Optional<Value> optional(String key) {
    seen.add(key);
    return Optional.ofNullable(fields.values().get(key))
        .filter(value -> !(value instanceof Absent));
  }

  Optional<String> optionalText(String key) {
    return optional(key).flatMap(value -> asText(value));
  }

  String text(String key) {
    required(key);
    return optionalText(key).orElse("");
  }

  OptionalInt optionalInteger(String key) {
    var text = optionalText(key);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(Integer.parseInt(text.get()));
    } catch (NumberFormatException notANumber) {
      problems.add(placeOf(key), "a whole number is expected here, not '" + text.get() + "'");
      return OptionalInt.empty();
    }
  }

  int integer(String key) {
    required(key);
    return optionalInteger(key).orElse(0);
  }

  double number(String key) {
    required(key);
    try {
      return Double.parseDouble(optionalText(key).orElse("0"));
    } catch (NumberFormatException notANumber) {
      problems.add(
          placeOf(key), "a number is expected here, not '" + optionalText(key).get() + "'");
      return 0;
    }
  }

  Duration seconds(String key) {
    return Duration.ofSeconds(integer(key));
  }

  Optional<Duration> optionalSeconds(String key) {
    var seconds = optionalInteger(key);
    return seconds.isPresent()
        ? Optional.of(Duration.ofSeconds(seconds.getAsInt()))
        : Optional.empty();
  }

  List<Value> items(String key) {
    var value = optional(key);
    if (value.isEmpty()) {
      return List.of();
    }
    if (value.get() instanceof Items items) {
      return items.values();
    }
    problems.add(placeOf(key), "a list is expected here");
    return List.of();
  }

  List<String> texts(String key) {
    return items(key).stream().flatMap(value -> asText(value).stream()).toList();
  }

  /** The mapping at {@code key}. If there is none, everything read from it is empty. */
  Properties nested(String key) {
    return of(optional(key).orElse(new Absent(place(), false)), problems);
  }

  List<Properties> mappings(String key) {
    return items(key).stream().map(value -> of(value, problems)).toList();
  }

  /** The mapping at {@code key} by its keys, which are names rather than properties. */
  Map<String, Value> named(String key) {
    return nested(key).fields.values();
  }

  /** Logical name in a reference to {@code attribute} of a resource of {@code type}. */
  String reference(String key, String type, String attribute) {
    required(key);
    return optional(key).map(value -> logicalName(value, type, attribute)).orElse("");
  }

  List<String> references(String key, String type, String attribute) {
    return items(key).stream().map(value -> logicalName(value, type, attribute)).toList();
  }

  void fault(String message) {
    problems.add(place(), message);
  }

  /** Accepts properties that only AWS acts on. */
  void ignore(String... keys) {
    seen.addAll(List.of(keys));
  }

  /** Reports every property that was neither read nor ignored. */
  void done() {
    fields
        .values()
        .forEach(
            (key, value) -> {
              if (!seen.contains(key)) {
                problems.add(value.place(), "this property has no meaning for the local run");
              }
            });
  }

  private void required(String key) {
    if (!seen.contains(EVERYTHING) && !fields.values().containsKey(key)) {
      problems.add(place(), key + " is missing");
    }
  }

  private Place placeOf(String key) {
    var value = fields.values().get(key);
    return value == null ? place() : value.place();
  }

  private Optional<String> asText(Value value) {
    if (value instanceof Text text) {
      return Optional.of(text.text());
    }
    if (!(value instanceof Absent)) {
      problems.add(value.place(), "a plain value is expected here");
    }
    return Optional.empty();
  }

  private String logicalName(Value value, String type, String attribute) {
    if (value instanceof Reference reference
        && reference.type().equals(type)
        && reference.attribute().equals(attribute)) {
      return reference.logicalName();
    }
    if (!(value instanceof Absent)) {
      problems.add(value.place(), "the " + attribute + " of a " + type + " is expected here");
    }
    return "";
  }
}
