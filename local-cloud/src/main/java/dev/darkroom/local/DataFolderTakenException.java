package dev.darkroom.local;

import java.io.Serial;
import java.nio.file.Path;

/** Another Darkroom runs on the same data folder. */
public final class DataFolderTakenException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  DataFolderTakenException(Path data) {
    super("another Darkroom runs on the data folder " + data.toAbsolutePath().normalize());
  }
}
