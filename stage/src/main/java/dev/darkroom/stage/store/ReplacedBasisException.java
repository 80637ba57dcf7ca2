package dev.darkroom.stage.store;

import dev.darkroom.contract.MediaId;
import java.io.Serial;

/**
 * A result names outputs of an earlier one that was replaced meanwhile, so that they may be deleted
 * at any moment. The job must be tried again.
 */
public final class ReplacedBasisException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  ReplacedBasisException(MediaId id) {
    super("the result of " + id + " was replaced during work");
  }
}
