package dev.darkroom.local.sns;

/**
 * Refuses a request, with the code and the text that the caller gets. It is an exception so that a
 * value can be checked where it is read. Only {@link QueryFront} catches it.
 */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final ErrorCode code;
  private final String text;

  Refusal(ErrorCode code, String text) {
    super(text, null, false, false);
    this.code = code;
    this.text = text;
  }

  static Refusal invalidParameter(String text) {
    return new Refusal(ErrorCode.INVALID_PARAMETER, "Invalid parameter: " + text);
  }

  ErrorCode code() {
    return code;
  }

  String text() {
    return text;
  }
}
