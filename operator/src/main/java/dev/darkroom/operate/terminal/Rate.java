package dev.darkroom.operate.terminal;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A number of steps in a second or a minute.
 *
 * @param interval time from one step to the next
 */
public record Rate(Duration interval) {
  private static final Pattern SHAPE = Pattern.compile("(\\d{1,6})/(s|m)");

  /** Reads rates like {@code 10/s} and {@code 30/m}. */
  public static final class Converter implements ITypeConverter<Rate> {
    @Override
    public Rate convert(String text) {
      Matcher shape = SHAPE.matcher(text);
      if (!shape.matches() || Integer.parseInt(shape.group(1)) == 0) {
        throw new TypeConversionException(
            "'" + text + "' is no rate; write 10/s, or 30/m for 30 a minute");
      }
      var unit = shape.group(2).equals("s") ? Duration.ofSeconds(1) : Duration.ofMinutes(1);
      return new Rate(unit.dividedBy(Integer.parseInt(shape.group(1))));
    }
  }

  /** Returns how many steps fit into a time, at least 1. */
  public int within(Duration time) {
    return Math.clamp(time.dividedBy(interval), 1, Integer.MAX_VALUE);
  }
}
