package dev.darkroom.stage.stream;

import java.io.Serial;

/** Thrown by documents of a work folder that this version of Darkroom cannot read. */
public final class UnreadableWorkException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  UnreadableWorkException(String message, Throwable cause) {
    super(message, cause);
  }
}
