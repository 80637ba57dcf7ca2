package dev.darkroom.engine.ffmpeg;

import java.io.Serial;

/** Signals that an engine is not there, or is no program that this system can run. */
final class NoEngine extends Exception {
  @Serial private static final long serialVersionUID = 1;

  NoEngine(String why) {
    super(why, null, false, false);
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
