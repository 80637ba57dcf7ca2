package dev.darkroom.local;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;

/**
 * Closes resources in the opposite order of their opening. If one cannot be closed, the others are
 * closed all the same.
 */
final class Closing implements AutoCloseable {
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  <T extends AutoCloseable> T add(T resource) {
    open.push(resource);
    return resource;
  }

  @Override
  public void close() throws IOException {
    var faults = new ArrayList<Exception>();
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception fault) {
        faults.add(fault);
      }
    }
    if (!faults.isEmpty()) {
      var failed = new IOException("not everything could be closed", faults.removeFirst());
      faults.forEach(failed::addSuppressed);
      throw failed;
    }
  }
}
