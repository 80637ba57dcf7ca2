package dev.darkroom.stage.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jboss.logging.MDC;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/** Formats each log record as one line of JSON. */
final class JsonLines extends ExtFormatter {
  private static final JsonFactory JSON = new JsonFactory();

  /** Longest text, in characters, of which there may be three; CloudWatch takes 256 KB a line. */
  private static final int MAX_TEXT = 16_000;

  private final String stage;

  JsonLines(String stage) {
    this.stage = stage;
  }

  @Override
  public String format(ExtLogRecord record) {
    var line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("timestamp", record.getInstant().toString());
      json.writeStringField("level", record.getLevel().getName());
      json.writeStringField("logger", record.getLoggerName());
      json.writeStringField("message", limited(formatMessage(record)));
      json.writeStringField(LogContext.STAGE, stage);
      for (Map.Entry<String, Object> field : MDC.getMap().entrySet()) {
        if (!field.getKey().equals(LogContext.STAGE)) {
          json.writeObjectField(field.getKey(), field.getValue());
        }
      }
      if (record.getThrown() != null) {
        json.writeObjectFieldStart("error");
        json.writeStringField("type", record.getThrown().getClass().getName());
        json.writeStringField("message", limited(record.getThrown().getMessage()));
        json.writeStringField("stack", limited(stack(record.getThrown())));
        json.writeEndObject();
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a text is always writable", e);
    }
    return line.append('\n').toString();
  }

  private static String stack(Throwable thrown) {
    var stack = new StringWriter();
    thrown.printStackTrace(new PrintWriter(stack));
    return stack.toString();
  }

  private static @Nullable String limited(@Nullable String text) {
    return text == null || text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
  }
}
