package dev.darkroom.bench.scaling;

/**
 * List prices in USD, us-east-1, x86_64, without free tiers, savings plans and volume discounts.
 * They are the author's knowledge of the pages "AWS Lambda Pricing", "Amazon SQS pricing" and
 * "Amazon S3 pricing" in 2026; look there before you rely on them.
 */
final class Prices {
  static final double GIGABYTE_SECOND = 0.0000166667;
  static final double INVOCATION = 0.20 / 1e6;
  static final double SQS_REQUEST = 0.40 / 1e6;

  /** PUT and LIST. */
  static final double S3_WRITE = 0.005 / 1e3;

  static final double S3_READ = 0.0004 / 1e3;

  private Prices() {}
}
