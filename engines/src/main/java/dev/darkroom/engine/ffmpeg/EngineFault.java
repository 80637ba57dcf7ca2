package dev.darkroom.engine.ffmpeg;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Signals that the engine could not work for a reason that lies outside of the frames and may pass:
 * it did not start although it is installed, or something outside ended it.
 */
public final class EngineFault extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  public EngineFault(String message) {
    this(message, null);
  }

  EngineFault(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
