/** Why no layer can be made, as one sentence for the person who asked. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1;

  private final int exitCode;

  private Refusal(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  static Refusal of(String message, Object... arguments) {
    return new Refusal(1, message.formatted(arguments));
  }

  static Refusal ofUsage(String message, Object... arguments) {
    return new Refusal(2, message.formatted(arguments));
  }

  int exitCode() {
    return exitCode;
  }
}
