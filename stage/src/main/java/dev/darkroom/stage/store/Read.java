package dev.darkroom.stage.store;

import java.io.IOException;
import java.io.InputStream;

/** How reading one version of an object can turn out. */
public sealed interface Read {
  /** Its bytes, to be closed by whoever asked. */
  record Opened(ObjectInfo info, InputStream body) implements Read, AutoCloseable {
    @Override
    public void close() throws IOException {
      body.close();
    }
  }

  /** There is no such object, or no longer this version of it. */
  record Gone() implements Read {}
}
