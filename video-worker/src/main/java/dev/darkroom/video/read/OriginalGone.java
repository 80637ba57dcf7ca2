package dev.darkroom.video.read;

import java.io.IOException;
import java.io.Serial;

/** Thrown when the version that the job is about was deleted or replaced. Ends the job. */
public final class OriginalGone extends IOException {
  @Serial private static final long serialVersionUID = 1;

  public OriginalGone() {
    super("the original is gone or replaced");
  }
}
