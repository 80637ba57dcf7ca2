package dev.darkroom.image.step;

import dev.darkroom.contract.Rendition;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Encodes and stores renditions while the next ones are made, on as many threads as there are
 * cores, two at most. When as many renditions wait as there are threads, the caller encodes the
 * next one itself, which bounds the pictures held in memory.
 */
final class Publishing implements AutoCloseable {
  private static final int MAX_THREADS = 2;

  private final ThreadPoolExecutor threads;
  private final List<Future<List<Rendition>>> results = new ArrayList<>();

  Publishing() {
    int count = Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors());
    threads =
        new ThreadPoolExecutor(
            count,
            count,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(count),
            new ThreadPoolExecutor.CallerRunsPolicy());
  }

  void add(Callable<List<Rendition>> work) {
    results.add(threads.submit(work));
  }

  /**
   * Waits until all renditions are stored.
   *
   * @throws Exception the first failure
   */
  List<Rendition> await() throws Exception {
    var renditions = new ArrayList<Rendition>();
    for (Future<List<Rendition>> result : results) {
      try {
        renditions.addAll(result.get());
      } catch (ExecutionException e) {
        switch (e.getCause()) {
          case Exception cause -> throw cause;
          case Error cause -> throw cause;
          case null, default -> throw e;
        }
      }
    }
    return renditions;
  }

  /** Leaves nothing running after the invocation. */
  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
  }
}
