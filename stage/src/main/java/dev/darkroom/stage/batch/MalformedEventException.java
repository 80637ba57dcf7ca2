package dev.darkroom.stage.batch;

/** A message in a job queue that nobody can read. */
public final class MalformedEventException extends RuntimeException {
  MalformedEventException(String message) {
    super(message);
  }

  MalformedEventException(String message, Throwable cause) {
    super(message, cause);
  }
}
