package dev.darkroom.bench.scaling;

/**
 * What AWS documents of Lambda, as read on 29 November 2026: "Configuring scaling behavior for SQS
 * event source mappings", "Lambda scaling behavior" and "Lambda quotas" in the AWS Lambda developer
 * guide. The rate at which one function gets new environments (1,000 in 10 s) is not simulated: a
 * mapping asks for five a second at most.
 */
final class Lambda {
  /** Invocations at a time when a queue's first messages arrive. */
  static final int FIRST_CONCURRENCY = 5;

  /** Further invocations at a time for as long as messages wait: 300 a minute. */
  static final double GROWTH_PER_SECOND = 300 / 60.0;

  /** Most invocations at a time for one mapping without a setting of its own. */
  static final int MAPPING_CONCURRENCY = 1_250;

  /** Most invocations at a time for all functions of an account, until AWS raises it. */
  static final int ACCOUNT_CONCURRENCY = 1_000;

  private Lambda() {}
}
