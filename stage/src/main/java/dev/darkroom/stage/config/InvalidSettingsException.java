package dev.darkroom.stage.config;

import java.io.Serial;
import java.util.List;

/** A function cannot start with these settings; the message lists every fault. */
public final class InvalidSettingsException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  InvalidSettingsException(List<String> faults) {
    super("The configuration is not valid:\n- " + String.join("\n- ", faults));
  }
}
