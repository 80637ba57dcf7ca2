package dev.darkroom.local;

import java.io.Serial;

/** Signals that Darkroom cannot start as asked. The message says why, and what to do. */
public final class StartRefusedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  StartRefusedException(String message) {
    super(message);
  }
}
