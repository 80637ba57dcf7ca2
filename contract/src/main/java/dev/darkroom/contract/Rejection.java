package dev.darkroom.contract;

/**
 * Why a file can never be processed.
 *
 * @param message for the person who uploaded the file, with the facts of the case
 */
public record Rejection(ErrorCode code, String message) {
  /** Rejects with the code's own sentence. */
  public static Rejection of(ErrorCode code) {
    return new Rejection(code, code.text());
  }

  /** Rejects with the code's sentence, followed by the facts of the case. */
  public static Rejection of(ErrorCode code, String facts) {
    return new Rejection(code, code.text() + " " + facts);
  }
}
