package dev.darkroom.local;

import java.util.Optional;

/** Parses whole numbers within bounds. */
final class Numbers {
  private Numbers() {}

  static Optional<Integer> parse(String text, int least, int most) {
    try {
      int number = Integer.parseInt(text);
      return number >= least && number <= most ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }
}
