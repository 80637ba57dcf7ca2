package dev.darkroom.codec.thumbhash;

import java.util.List;

/**
 * The lowest frequencies of a channel.
 *
 * @param constant the mean
 * @param scale the largest absolute value of the other frequencies
 * @param factors the other frequencies, row by row, mapped from -scale..scale to 0..1; all 0 if the
 *     scale is 0
 */
record Frequencies(double constant, double scale, List<Double> factors) {
  Frequencies {
    factors = List.copyOf(factors);
  }
}
