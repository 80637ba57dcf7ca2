package dev.darkroom.operate.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.operate.place.RefusedException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sums the answers of the reconciler's runs. */
final class Counts {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Long> sums = new LinkedHashMap<>();
  private boolean complete;

  /** Adds what one run answered. */
  void add(String answer) {
    JsonNode counts = read(answer);
    counts
        .properties()
        .forEach(
            count -> {
              if (count.getValue().isIntegralNumber()) {
                sums.merge(count.getKey(), count.getValue().longValue(), Long::sum);
              }
            });
    complete = counts.path("complete").asBoolean();
  }

  private static JsonNode read(String answer) {
    try {
      JsonNode counts = JSON.readTree(answer);
      if (counts.path("complete").isBoolean()) {
        return counts;
      }
    } catch (JsonProcessingException e) {
      // Told below, like any other answer of another form.
    }
    throw new RefusedException("The reconciler answered in a form that this version cannot read.");
  }

  /** Whether the last run came to the end of the bucket. */
  boolean complete() {
    return complete;
  }

  Map<String, Long> sums() {
    return sums;
  }

  long of(String name) {
    return sums.getOrDefault(name, 0L);
  }
}
