package dev.darkroom.engine.rewrap;

import java.io.IOException;
import java.io.OutputStream;

/** Where a new file goes. */
@FunctionalInterface
public interface RewrapOutput {
  /**
   * Starts the file; called again if what was written until then is of no use.
   *
   * @param type of the new file
   * @return takes the file's bytes; not closed
   */
  OutputStream start(FileType type) throws IOException;
}
