package dev.darkroom.codec.thumbhash;

import java.util.List;

/**
 * A channel's lowest frequencies.
 *
 * @param constant the mean
 * @param scale the largest of the others
 * @param factors the others, row by row, 0 to 1: half is none, the ends are the scale; all 0 when
 *     the scale is
 */
record Frequencies(double constant, double scale, List<Double> factors) {
  Frequencies {
    factors = List.copyOf(factors);
  }
}
