package dev.darkroom.engine.ffmpeg;

import java.io.IOException;
import java.io.OutputStream;

/** Writes an engine's input. */
@FunctionalInterface
public interface InputWriter {
  /**
   * Writes all of the input; the caller closes it. Called once, on another thread.
   *
   * @param out throws an {@link IOException} once the engine reads no more; leave it uncaught
   * @throws IOException if the input cannot be had; it is thrown to the engine's caller
   */
  void writeTo(OutputStream out) throws IOException;
}
