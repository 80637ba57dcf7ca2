package dev.darkroom.engine.foreign;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Signals a fault of the program or its installation, never of a file: the library is used although
 * it is not {@link NativeCodecs#available() available}, or it refuses what it must accept.
 */
public final class LibraryFault extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  LibraryFault(String message) {
    this(message, null);
  }

  LibraryFault(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
