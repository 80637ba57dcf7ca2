package dev.darkroom.codec;

import java.io.IOException;
import java.io.Serial;

/** Decoding was stopped because its {@link TimeLimit} passed; this says nothing about the file. */
public final class OutOfTime extends IOException {
  @Serial private static final long serialVersionUID = 1;

  OutOfTime() {
    super("decoding took longer than its time limit");
  }
}
