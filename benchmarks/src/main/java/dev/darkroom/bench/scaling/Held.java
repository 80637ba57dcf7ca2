package dev.darkroom.bench.scaling;

/**
 * Seconds for which messages waited, by what they waited for.
 *
 * @param ramp the mapping's growth
 * @param setting the concurrency that the mapping is set to
 * @param account the concurrency of the account
 */
record Held(double ramp, double setting, double account) {
  static final Held NOT = new Held(0, 0, 0);

  Held plus(Held other) {
    return new Held(ramp + other.ramp, setting + other.setting, account + other.account);
  }

  Held minus(Held other) {
    return new Held(ramp - other.ramp, setting - other.setting, account - other.account);
  }
}
