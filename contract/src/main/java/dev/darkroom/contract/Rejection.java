package dev.darkroom.contract;

/**
 * Why a file can never succeed.
 *
 * @param message for the person who uploaded it, with the facts of the case
 */
public record Rejection(ErrorCode code, String message) {
  /** A rejection that says no more than its code does. */
  public static Rejection of(ErrorCode code) {
    return new Rejection(code, code.text());
  }

  /** The code's sentence with the facts of the case behind it. */
  public static Rejection of(ErrorCode code, String facts) {
    return new Rejection(code, code.text() + " " + facts);
  }
}
