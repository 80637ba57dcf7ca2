package dev.darkroom.local.sns;

/**
 * A request that cannot be fulfilled as asked, with the code and the text the caller gets. It is
 * thrown, so that every check can sit where its value is read; {@link QueryFront} is the only place
 * that catches it.
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
