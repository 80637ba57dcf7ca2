package dev.darkroom.stage.metrics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;

/**
 * Writes observations in the Embedded Metric Format (Amazon CloudWatch User Guide, "Specification:
 * Embedded metric format"): JSON of one line, from which CloudWatch Logs takes the metrics.
 */
final class EmbeddedMetrics {
  private static final String NAMESPACE = "Darkroom";
  private static final String STAGE = "Stage";
  private static final String OUTCOME = "Outcome";
  private static final JsonFactory JSON = new JsonFactory();

  private EmbeddedMetrics() {}

  static String line(String stage, Instant at, Observation observation) throws IOException {
    var line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeObjectFieldStart("_aws");
      json.writeNumberField("Timestamp", at.toEpochMilli());
      json.writeArrayFieldStart("CloudWatchMetrics");
      directive(json, observation, false);
      directive(json, observation, true);
      json.writeEndArray();
      json.writeEndObject();
      json.writeStringField(STAGE, stage);
      if (observation.outcome().isPresent()) {
        json.writeStringField(OUTCOME, observation.outcome().get());
      }
      for (var property : observation.properties().entrySet()) {
        json.writeStringField(property.getKey(), property.getValue());
      }
      for (var figure : observation.figures().entrySet()) {
        json.writeFieldName(figure.getKey().label());
        number(json, figure.getValue());
      }
      json.writeEndObject();
    }
    return line.toString();
  }

  /** Names the metrics that share their dimensions, if there are any. */
  private static void directive(JsonGenerator json, Observation observation, boolean byOutcome)
      throws IOException {
    List<Metric> metrics =
        observation.figures().keySet().stream()
            .filter(it -> byOutcome == (it.byOutcome() && observation.outcome().isPresent()))
            .toList();
    if (metrics.isEmpty()) {
      return;
    }
    json.writeStartObject();
    json.writeStringField("Namespace", NAMESPACE);
    json.writeArrayFieldStart("Dimensions");
    json.writeArray(new String[] {STAGE}, 0, 1);
    if (byOutcome) {
      json.writeArray(new String[] {STAGE, OUTCOME}, 0, 2);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("Metrics");
    for (Metric metric : metrics) {
      json.writeStartObject();
      json.writeStringField("Name", metric.label());
      json.writeStringField("Unit", metric.unit().label());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void number(JsonGenerator json, double value) throws IOException {
    if (value == Math.rint(value) && Math.abs(value) < 1L << 53) {
      json.writeNumber((long) value);
    } else {
      json.writeNumber(value);
    }
  }
}
