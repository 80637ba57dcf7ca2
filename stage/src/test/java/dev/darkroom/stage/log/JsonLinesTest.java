package dev.darkroom.stage.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;

final class JsonLinesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonLines lines = new JsonLines("image-worker");

  @Test
  void aRecordIsOneLineWithItsTimeLevelLoggerMessageAndStage() throws JsonProcessingException {
    ExtLogRecord record = record("%s is \"settled\"\nat %d");
    record.setParameters(new Object[] {"image/ada/1", 7});

    String line = lines.format(record);

    assertThat(line).endsWith("}\n").satisfies(it -> assertThat(it.lines()).hasSize(1));
    assertThat(JSON.readTree(line).toString())
        .isEqualTo(
            """
            {"timestamp":"2026-05-04T03:02:01.234Z","level":"INFO",\
            "logger":"dev.darkroom.Sample","message":"image/ada/1 is \\"settled\\"\\nat 7",\
            "stage":"image-worker"}""");
  }

  @Test
  void theContextsFieldsAreOnEveryLineUntilItIsClosed() throws JsonProcessingException {
    JsonNode inside;
    try (var _ =
        new LogContext()
            .with(LogContext.STAGE, "image-worker")
            .with(LogContext.MEDIA_ID, "m")
            .with(LogContext.OWNER, "o")
            .with(LogContext.ATTEMPT, 2)
            .with(LogContext.REQUEST_ID, "r")
            .with(LogContext.TRACE_ID, null)) {
      inside = JSON.readTree(lines.format(record("inside")));
    }
    JsonNode outside = JSON.readTree(lines.format(record("outside")));

    assertThat(inside.get("mediaId").asText()).isEqualTo("m");
    assertThat(inside.get("owner").asText()).isEqualTo("o");
    assertThat(inside.get("attempt").isNumber()).isTrue();
    assertThat(inside.get("requestId").asText()).isEqualTo("r");
    assertThat(inside.has("traceId")).isFalse();
    assertThat(outside.has("mediaId")).isFalse();
    assertThat(outside.get("stage").asText()).isEqualTo("image-worker");
  }

  @Test
  void anErrorHasTypeMessageAndStack() throws JsonProcessingException {
    ExtLogRecord record = record("attempt 1 failed");
    record.setThrown(new IllegalStateException("no answer", new IOException("connection reset")));

    JsonNode error = JSON.readTree(lines.format(record)).get("error");

    assertThat(error.get("type").asText()).isEqualTo("java.lang.IllegalStateException");
    assertThat(error.get("message").asText()).isEqualTo("no answer");
    assertThat(error.get("stack").asText())
        .contains("at dev.darkroom.stage.log.JsonLinesTest")
        .contains("Caused by: java.io.IOException: connection reset");
  }

  @Test
  void anEndlessTextIsCutSoThatTheLineFitsIntoTheLog() throws JsonProcessingException {
    ExtLogRecord record = record("attempt 1 failed");
    record.setThrown(new IllegalStateException("x".repeat(1_000_000)));

    String line = lines.format(record);

    assertThat(line).hasSizeLessThan(256_000);
    assertThat(JSON.readTree(line).at("/error/stack").asText()).hasSize(16_000);
  }

  private static ExtLogRecord record(String message) {
    var record =
        new ExtLogRecord(Level.INFO, message, FormatStyle.PRINTF, JsonLinesTest.class.getName());
    record.setLoggerName("dev.darkroom.Sample");
    record.setInstant(Instant.parse("2026-05-04T03:02:01.234Z"));
    return record;
  }
}
