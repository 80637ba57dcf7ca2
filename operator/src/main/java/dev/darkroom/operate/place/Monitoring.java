package dev.darkroom.operate.place;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What CloudWatch knows of a stack. */
public interface Monitoring {
  /** Age of a queue's oldest message, if it is known. */
  Optional<Duration> age(String queueName);

  /** States of the alarms by their names in the template: OK, ALARM or INSUFFICIENT_DATA. */
  Map<String, String> alarms();

  /** Knows nothing: the local run has no CloudWatch. */
  static Monitoring none() {
    return new Monitoring() {
      @Override
      public Optional<Duration> age(String queueName) {
        return Optional.empty();
      }

      @Override
      public Map<String, String> alarms() {
        return Map.of();
      }
    };
  }
}
