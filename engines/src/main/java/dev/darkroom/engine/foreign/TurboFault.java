package dev.darkroom.engine.foreign;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A fault of the program or its installation, never of a file: the door is used where it is not
 * {@link NativeCodecs#available()}, or the library refuses what it must accept.
 */
public final class TurboFault extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  TurboFault(String message) {
    this(message, null);
  }

  TurboFault(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
