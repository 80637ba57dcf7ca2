package dev.darkroom.stream.read;

import java.io.IOException;
import java.io.Serial;

/** Thrown if a source was deleted or replaced since it was planned. */
public final class SourceGone extends IOException {
  @Serial private static final long serialVersionUID = 1;

  public SourceGone() {
    super("a source of the stream is gone or replaced");
  }
}
