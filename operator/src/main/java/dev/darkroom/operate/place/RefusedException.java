package dev.darkroom.operate.place;

import java.io.Serial;

/** Thrown if a command cannot do what it was asked to. Its message is one sentence for a person. */
public final class RefusedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  public RefusedException(String sentence) {
    super(sentence);
  }
}
