package dev.darkroom.video.step;

import java.io.IOException;
import java.util.List;

/** Makes one or a few outputs of a video. */
@FunctionalInterface
public interface OutputMaker {
  /**
   * What this file can have of them, and what not.
   *
   * @throws IOException if trying again may help
   */
  List<Made> make(Probed video) throws IOException;
}
