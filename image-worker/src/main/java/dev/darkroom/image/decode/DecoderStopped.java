package dev.darkroom.image.decode;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Rejection;
import java.io.IOException;
import java.io.Serial;

/**
 * Signals that a decoder stopped without saying that the file is damaged: it ran out of time or
 * memory, lacks a feature, or failed by itself. Another try would end the same way.
 */
public final class DecoderStopped extends IOException {
  @Serial private static final long serialVersionUID = 1;

  private final ErrorCode code;
  private final String facts;

  /**
   * Creates the exception.
   *
   * @param facts a sentence for people
   */
  DecoderStopped(ErrorCode code, String facts) {
    super(code + ": " + facts);
    this.code = code;
    this.facts = facts;
  }

  /** Returns why the file is rejected. */
  public Rejection rejection() {
    return Rejection.of(code, facts);
  }
}
