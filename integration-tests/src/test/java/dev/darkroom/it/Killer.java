package dev.darkroom.it;

import java.util.HashSet;
import java.util.Set;

/** Kills each process of a function as soon as it is busy, until closed. */
final class Killer implements AutoCloseable {
  private final Set<Long> killed = new HashSet<>();
  private final Thread thread;
  private volatile boolean closed;

  private Killer(Workers workers, String function) {
    this.thread = Thread.ofVirtual().start(() -> run(workers, function));
  }

  static Killer of(Workers workers, String function) {
    return new Killer(workers, function);
  }

  private void run(Workers workers, String function) {
    while (!closed) {
      for (var worker : workers.busy(function)) {
        Workers.kill(worker);
        synchronized (killed) {
          killed.add(worker.pid());
        }
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  int killed() {
    synchronized (killed) {
      return killed.size();
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
