package dev.darkroom.video.still;

import java.io.IOException;

/** Decodes keyframes into pictures. */
@FunctionalInterface
public interface StillDecoder {
  /**
   * @throws IOException if trying again may help
   */
  Stills decode(StillRequest request) throws IOException;
}
