package dev.darkroom.local;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Limits the services' logs to what a person can act on. */
final class Chatter {
  /**
   * Beginnings of warnings about settings that only AWS acts on: ElasticMQ's about queues and
   * S3Proxy's about buckets. The template has such settings, so these come at every start.
   */
  private static final List<String> EXPECTED = List.of("Ignored attribute", "Unknown parameters");

  private Chatter() {}

  static void quieten() {
    var root = Logger.getLogger("");
    root.setLevel(Level.WARNING);
    for (var handler : root.getHandlers()) {
      handler.setFilter(Chatter::isNews);
    }
  }

  private static boolean isNews(LogRecord line) {
    var message = String.valueOf(line.getMessage());
    return EXPECTED.stream().noneMatch(message::startsWith);
  }
}
