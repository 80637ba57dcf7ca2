package dev.darkroom.stage.log;

import dev.darkroom.stage.config.SettingsReader;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.logging.Handler;
import org.eclipse.microprofile.config.Config;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.Logger;

/** Chooses the form of a function's log before anything else of the function starts. */
@Singleton
final class LogSetup {
  /** Before the functions' own start, which may log already. */
  private static final int FIRST = 0;

  /** Forms of a log, by the setting {@code darkroom.log}. */
  enum Form {
    /** For people: Quarkus' own lines. */
    TEXT,
    /** For programs: one JSON object a line. */
    JSON
  }

  /** Quarkus names the application after its module, which has the stage's name. */
  void start(@Observes @Priority(FIRST) StartupEvent start, Config config) {
    Form form =
        SettingsReader.read(
            name -> config.getOptionalValue(name, String.class),
            read -> read.choice("darkroom.log", Form.TEXT));
    if (form == Form.JSON) {
      var json = new JsonLines(config.getValue("quarkus.application.name", String.class));
      // JBoss' own loggers: on Lambda, those of the JDK were made before Quarkus could replace
      // them.
      format(Logger.getLogger("").getHandlers(), json);
    }
  }

  /** Quarkus' console is behind a handler that keeps what is logged before it is set up. */
  private static void format(Handler[] handlers, JsonLines json) {
    for (Handler handler : handlers) {
      handler.setFormatter(json);
      if (handler instanceof ExtHandler outer) {
        format(outer.getHandlers(), json);
      }
    }
  }
}
