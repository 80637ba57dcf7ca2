package dev.darkroom.upload.http;

/** A request needs an owner and has none. */
public final class UnauthenticatedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnauthenticatedException() {
    super("no subject");
  }

  UnauthenticatedException(Throwable cause) {
    super("a subject that names no owner", cause);
  }
}
