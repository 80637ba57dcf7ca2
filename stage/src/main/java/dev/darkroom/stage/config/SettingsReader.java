package dev.darkroom.stage.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Reads settings and collects their faults, so that one failed start reports all of them.
 *
 * <p>A faulty setting reads as its default, or as a stand-in where it has none, so that reading can
 * go on; {@link #read} never returns such a value.
 */
public final class SettingsReader {
  private final Function<String, Optional<String>> source;
  private final List<String> faults = new ArrayList<>();

  private SettingsReader(Function<String, Optional<String>> source) {
    this.source = source;
  }

  /**
   * Reads a function's settings.
   *
   * @param source finds the text of a setting by its name, like {@code darkroom.bucket}
   * @param settings takes all settings from the reader
   * @throws InvalidSettingsException listing every fault
   */
  public static <T> T read(
      Function<String, Optional<String>> source, Function<SettingsReader, T> settings) {
    var reader = new SettingsReader(source);
    T read = settings.apply(reader);
    if (!reader.faults.isEmpty()) {
      throw new InvalidSettingsException(reader.faults);
    }
    return read;
  }

  /** Records a fault that concerns several settings or parts of one. */
  public void fault(String name, String message) {
    faults.add(name + ": " + message);
  }

  /** Reads a text that must be set. */
  public String text(String name) {
    return text(name, text -> text);
  }

  /**
   * Reads a text that must be set and that the parser accepts.
   *
   * @param parser throws an {@link IllegalArgumentException} that says what is wrong
   */
  public String text(String name, UnaryOperator<String> parser) {
    return required(name, parser).orElse("");
  }

  /**
   * Reads a value that may be absent.
   *
   * @param parser throws an {@link IllegalArgumentException} that says what is wrong
   */
  public <T> Optional<T> optional(String name, Function<String, T> parser) {
    return source.apply(name).flatMap(text -> parse(name, text, parser));
  }

  /** Reads one of an enum's constants, which must be set; their names are written in lower case. */
  public <E extends Enum<E>> E choice(String name, Class<E> type) {
    E[] choices = type.getEnumConstants();
    return required(name, text -> parseChoice(text, choices)).orElse(choices[0]);
  }

  /** Reads one of an enum's constants, which may be absent. */
  public <E extends Enum<E>> E choice(String name, E fallback) {
    E[] choices = fallback.getDeclaringClass().getEnumConstants();
    return optional(name, text -> parseChoice(text, choices)).orElse(fallback);
  }

  /** Reads {@code true} or {@code false}. */
  public boolean flag(String name, boolean fallback) {
    return optional(name, SettingsReader::parseFlag).orElse(fallback);
  }

  /** Reads a whole number from min to max. */
  public int count(String name, int fallback, int min, int max) {
    return Math.toIntExact(number(name, fallback, min, max));
  }

  /** Reads a whole number from min to max. */
  public long number(String name, long fallback, long min, long max) {
    return optional(name, text -> Quantity.NUMBER.parse(text, "" + min, "" + max)).orElse(fallback);
  }

  /** Reads a size in bytes from min to max, each written like {@code 64K}, {@code 5M} or 1G. */
  public long size(String name, String fallback, String min, String max) {
    return optionalSize(name, min, max).orElseGet(() -> Quantity.SIZE.parse(fallback));
  }

  /** Reads a size in bytes that may be absent. */
  public Optional<Long> optionalSize(String name, String min, String max) {
    return optional(name, text -> Quantity.SIZE.parse(text, min, max));
  }

  /** Reads a duration from min to max, each written like 500ms, 3s, 15m, 1h or 7d. */
  public Duration duration(String name, String fallback, String min, String max) {
    return optional(name, text -> Quantity.DURATION.parse(text, min, max))
        .orElseGet(() -> Quantity.DURATION.parse(fallback));
  }

  /**
   * Reads values with commas between them, and reports the faulty ones one by one.
   *
   * @param parser throws an {@link IllegalArgumentException} that says what is wrong
   */
  public <T> List<T> list(String name, String fallback, Function<String, T> parser) {
    return Arrays.stream(source.apply(name).orElse(fallback).split(",", -1))
        .flatMap(text -> parse(name, text.strip(), parser).stream())
        .toList();
  }

  private <T> Optional<T> required(String name, Function<String, T> parser) {
    Optional<String> text = source.apply(name);
    if (text.isEmpty()) {
      fault(name, "must be set");
    }
    return text.flatMap(value -> parse(name, value, parser));
  }

  private <T> Optional<T> parse(String name, String text, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(text));
    } catch (IllegalArgumentException e) {
      fault(name, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static <E extends Enum<E>> E parseChoice(String text, E[] choices) {
    return Arrays.stream(choices)
        .filter(choice -> choice.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    text
                        + " is none of "
                        + Arrays.stream(choices)
                            .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "))));
  }

  private static boolean parseFlag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text + " is neither true nor false");
    };
  }
}
