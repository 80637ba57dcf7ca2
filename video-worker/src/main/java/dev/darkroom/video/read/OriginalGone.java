package dev.darkroom.video.read;

import java.io.IOException;
import java.io.Serial;

/** The version that the job is about is no longer there; it ends the work from however deep. */
public final class OriginalGone extends IOException {
  @Serial private static final long serialVersionUID = 1;

  public OriginalGone(String key) {
    super(key + " is gone or replaced");
  }
}
