package dev.darkroom.host.figures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatedFiguresTest {
  private final StatedFigures figures = new StatedFigures();

  @Test
  void countsAddUpByStageOutcomeKindAndCode() throws IOException {
    figures.take(line("Count", "Rejections", "1", "\"kind\":\"image\",\"code\":\"too-large\","));
    figures.take(line("Count", "Rejections", "2", "\"kind\":\"image\",\"code\":\"too-large\","));
    figures.take(line("Count", "Rejections", "1", "\"kind\":\"image\",\"code\":\"corrupt-file\","));

    assertThat(scraped())
        .contains("# TYPE darkroom_rejections_total counter")
        .contains(
            "darkroom_rejections_total{code=\"too-large\",kind=\"image\",outcome=\"failed\","
                + "stage=\"image-worker\"} 3.0")
        .contains(
            "darkroom_rejections_total{code=\"corrupt-file\",kind=\"image\",outcome=\"failed\","
                + "stage=\"image-worker\"} 1.0");
  }

  @Test
  void propertiesWithEndlessValuesAreNoLabels() throws IOException {
    figures.take(line("Count", "Records", "1", "\"mediaId\":\"01k7\",\"owner\":\"ada\","));

    assertThat(scraped())
        .contains("darkroom_records_total{outcome=\"failed\",stage=\"image-worker\"} 1.0")
        .doesNotContain("01k7")
        .doesNotContain("ada");
  }

  @Test
  void timesBecomeAHistogramInSeconds() throws IOException {
    figures.take(line("Milliseconds", "QueueAge", "40", "\"kind\":\"image\","));
    figures.take(line("Milliseconds", "QueueAge", "7000", "\"kind\":\"image\","));

    String labels = "outcome=\"failed\",stage=\"image-worker\"";
    assertThat(scraped())
        .contains("# TYPE darkroom_queue_age_seconds histogram")
        .contains("darkroom_queue_age_seconds_bucket{%s,le=\"0.05\"} 1".formatted(labels))
        .contains("darkroom_queue_age_seconds_bucket{%s,le=\"5.0\"} 1".formatted(labels))
        .contains("darkroom_queue_age_seconds_bucket{%s,le=\"10.0\"} 2".formatted(labels))
        .contains("darkroom_queue_age_seconds_count{%s} 2".formatted(labels))
        .contains("darkroom_queue_age_seconds_sum{%s} 7.04".formatted(labels));
  }

  @Test
  void sizesAndCostsAddUp() throws IOException {
    figures.take(line("Bytes", "OriginalBytes", "1000", ""));
    figures.take(line("None", "EstimatedCostUsd", "0.5", ""));
    figures.take(line("None", "EstimatedCostUsd", "0.25", ""));

    assertThat(scraped())
        .contains("darkroom_original_bytes_total{")
        .contains("darkroom_estimated_cost_usd_total{")
        .contains("} 0.75");
  }

  @Test
  void aCounterNeverFallsAndANameHasOneType() throws IOException {
    figures.take(line("Count", "Records", "-1", ""));
    figures.take(line("Seconds", "Wait", "1", ""));
    figures.take(line("Count", "WaitSeconds", "1", ""));

    assertThat(scraped())
        .doesNotContain("darkroom_records")
        .contains("# TYPE darkroom_wait_seconds histogram")
        .doesNotContain("darkroom_wait_seconds_total");
  }

  @Test
  void endlessValuesDoNotMakeEndlessSeries() throws IOException {
    for (int i = 0; i < 3000; i++) {
      figures.take(line("Count", "Records", "1", "\"code\":\"c" + i + "\","));
    }

    assertThat(scraped().lines().filter(line -> line.startsWith("darkroom_records_total{")))
        .hasSize(2000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "INFO  image/ada/1 is settled",
        "{\"message\":\"a line of a log\"}",
        "{\"_aws\":",
        "{\"_aws\":7}",
        "{\"_aws\":{\"CloudWatchMetrics\":[]}}",
        "{\"_aws\":{\"CloudWatchMetrics\":[{\"Metrics\":[{\"Name\":\"Absent\"}]}]}}"
      })
  void otherLinesAreNotTaken(String line) {
    assertThat(figures.take(line)).isFalse();
    assertThat(figures.collect().size()).isZero();
  }

  private static String line(String unit, String metric, String value, String properties) {
    return """
    {"_aws":{"Timestamp":1,"CloudWatchMetrics":[{"Namespace":"Darkroom",\
    "Dimensions":[["Stage"],["Stage","Outcome"]],"Metrics":[{"Name":"%s","Unit":"%s"}]}]},\
    "Stage":"image-worker","Outcome":"failed",%s"%s":%s}"""
        .formatted(metric, unit, properties, metric, value);
  }

  private String scraped() throws IOException {
    var out = new ByteArrayOutputStream();
    PrometheusTextFormatWriter.create().write(out, figures.collect());
    return out.toString(UTF_8);
  }
}
