package dev.darkroom.stage.store;

import java.io.Serial;

/**
 * A result names outputs of an earlier one that was replaced meanwhile, so that they may be deleted
 * at any moment. The job must be tried again.
 */
public final class ReplacedBasisException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  ReplacedBasisException(String original) {
    super("the result of " + original + " was replaced during work");
  }
}
