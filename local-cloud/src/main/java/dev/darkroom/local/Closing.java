package dev.darkroom.local;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;

/** What is open, closed in the opposite order; a fault of one leaves none of the others open. */
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
