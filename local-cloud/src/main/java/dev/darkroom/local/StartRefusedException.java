package dev.darkroom.local;

import java.io.Serial;

/** Darkroom cannot run as asked; the message tells a person why and what to do. */
public final class StartRefusedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  StartRefusedException(String message) {
    super(message);
  }
}
