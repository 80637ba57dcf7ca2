package dev.darkroom.stage.log;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Fields that every log line of this thread has until the context is closed. */
public final class LogContext implements AutoCloseable {
  public static final String STAGE = "stage";
  public static final String MEDIA_ID = "mediaId";
  public static final String OWNER = "owner";
  public static final String ATTEMPT = "attempt";
  public static final String REQUEST_ID = "requestId";
  public static final String TRACE_ID = "traceId";

  /** X-Ray Developer Guide, "Tracing header". Both of Lambda's runtimes for Java set it. */
  private static final String TRACE_HEADER = "com.amazonaws.xray.traceHeader";

  private static final Pattern ROOT = Pattern.compile("Root=([0-9a-f-]+)");

  private final List<String> fields = new ArrayList<>();

  /** Adds a field, unless its value is absent. */
  public LogContext with(String field, @Nullable Object value) {
    if (value != null) {
      MDC.put(field, value instanceof Number ? value : value.toString());
      fields.add(field);
    }
    return this;
  }

  /** Returns the trace of the invocation under way; null if there is none. */
  public static @Nullable String traceId() {
    Matcher root = ROOT.matcher(System.getProperty(TRACE_HEADER, ""));
    return root.find() ? root.group(1) : null;
  }

  @Override
  public void close() {
    fields.forEach(MDC::remove);
  }
}
