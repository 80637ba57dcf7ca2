package dev.darkroom.stage.store;

import java.io.IOException;
import java.io.InputStream;

/** The result of opening an object. */
public sealed interface Read {
  /** The object's bytes; the caller closes them. */
  record Opened(ObjectInfo info, InputStream body) implements Read, AutoCloseable {
    @Override
    public void close() throws IOException {
      body.close();
    }
  }

  /** The object, or this version of it, does not exist. */
  record Gone() implements Read {}
}
