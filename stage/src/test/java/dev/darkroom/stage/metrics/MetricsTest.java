package dev.darkroom.stage.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MetricsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Clock CLOCK =
      Clock.fixed(Instant.ofEpochMilli(1_777_863_721_234L), ZoneOffset.UTC);

  private final List<String> lines = new ArrayList<>();
  private final Metrics metrics = new Metrics("image-worker", CLOCK, lines::add);

  @Test
  void anObservationIsOneLineInTheEmbeddedMetricFormat() {
    metrics.state(
        Observation.of("completed")
            .with(Metric.RECORDS, 1)
            .with(Metric.FAILURES, 0)
            .with(Metric.DURATION, 12.5)
            .with("mediaId", "01jwz8k3m4n5p6q7r8s9t0v1w2"));

    assertThat(lines)
        .containsExactly(
            """
            {"_aws":{"Timestamp":1777863721234,"CloudWatchMetrics":[\
            {"Namespace":"Darkroom","Dimensions":[["Stage"]],\
            "Metrics":[{"Name":"Failures","Unit":"Count"}]},\
            {"Namespace":"Darkroom","Dimensions":[["Stage"],["Stage","Outcome"]],\
            "Metrics":[{"Name":"Records","Unit":"Count"},\
            {"Name":"Duration","Unit":"Milliseconds"}]}]},\
            "Stage":"image-worker","Outcome":"completed",\
            "mediaId":"01jwz8k3m4n5p6q7r8s9t0v1w2","Records":1,"Failures":0,"Duration":12.5}""");
  }

  @Test
  void withoutAnOutcomeEverythingIsKeptByStage() throws JsonProcessingException {
    metrics.state(Observation.ofStage().with(Metric.RECORDS, 1).with(Metric.SCANNED, 3));

    JsonNode directives = line().at("/_aws/CloudWatchMetrics");
    assertThat(directives).hasSize(1);
    assertThat(directives.at("/0/Dimensions").toString()).isEqualTo("[[\"Stage\"]]");
    assertThat(directives.at("/0/Metrics")).hasSize(2);
    assertThat(line().has("Outcome")).isFalse();
  }

  @Test
  void propertiesAreTextsAndNoDimensions() throws JsonProcessingException {
    metrics.state(
        Observation.of("error")
            .with(Metric.RECORDS, 1)
            .with("attempt", 3)
            .with("code", null)
            .with("owner", "a\"b\n"));

    assertThat(line().get("attempt").asText()).isEqualTo("3");
    assertThat(line().has("code")).isFalse();
    assertThat(line().get("owner").asText()).isEqualTo("a\"b\n");
    assertThat(lines.getFirst()).doesNotContain("\n");
    assertThat(line().at("/_aws/CloudWatchMetrics/0/Dimensions").toString())
        .isEqualTo("[[\"Stage\"],[\"Stage\",\"Outcome\"]]");
  }

  @Test
  void aFigureThatIsNoNumberIsLeftOut() throws JsonProcessingException {
    metrics.state(
        Observation.ofStage().with(Metric.DURATION, Double.NaN).with(Metric.SCANNED, 1L << 40));

    assertThat(line().has("Duration")).isFalse();
    assertThat(line().get("Scanned").isIntegralNumber()).isTrue();
    assertThat(line().get("Scanned").longValue()).isEqualTo(1L << 40);
  }

  @Test
  void aLineThatCannotBeWrittenFailsNobody() {
    new Metrics(
            "image-worker",
            CLOCK,
            line -> {
              throw new IllegalStateException("no output");
            })
        .state(Observation.ofStage().with(Metric.SCANNED, 1));
  }

  @Test
  void onlyTheFirstCallOfAProcessIsCold() {
    assertThat(metrics.coldStart()).isTrue();
    assertThat(metrics.coldStart()).isFalse();
  }

  @Test
  void namesAreWrittenAsCloudWatchHasThem() {
    assertThat(Arrays.stream(Metric.values()).map(Metric::label))
        .allMatch(label -> label.matches("([A-Z][a-z]+)+"))
        .doesNotHaveDuplicates();
  }

  private JsonNode line() throws JsonProcessingException {
    return JSON.readTree(lines.getFirst());
  }
}
