package dev.darkroom.bench.stream;

import java.util.List;

/**
 * List price of AWS Elemental MediaConvert for the same outputs: on demand, Basic tier, H.264 in
 * one pass, up to 30 frames a second, us-east-1, before volume discounts. The page "AWS Elemental
 * MediaConvert Pricing" could not be read where this was written; the prices are those that it
 * showed in 2021 to 2024, as far as others quote it. Look there before you rely on them.
 */
final class PublicPrice {
  static final String LABEL =
      "MediaConvert, list price, Basic tier, us-east-1, as quoted until 2024, not verified here";

  private static final int HIGH_DEFINITION = 720;
  private static final double USD_PER_MINUTE = 0.0075;
  private static final double USD_PER_MINUTE_IN_HIGH_DEFINITION = 0.015;

  private PublicPrice() {}

  /** Returns the price of one minute of video in all sizes, in USD. */
  static double perMinute(List<Rung> sizes) {
    return sizes.stream()
        .mapToDouble(
            size ->
                Math.min(size.width(), size.height()) < HIGH_DEFINITION
                    ? USD_PER_MINUTE
                    : USD_PER_MINUTE_IN_HIGH_DEFINITION)
        .sum();
  }
}
