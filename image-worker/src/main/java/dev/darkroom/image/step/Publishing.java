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
 * Encodes and stores renditions while the next ones are made: on as many threads as there are
 * cores, two at most. When more wait than there are threads, whoever brings one does it himself, so
 * that no more pictures are held than a few.
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
   * All of them, once they are stored.
   *
   * @throws Exception the first that any threw
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

  /** Nothing is left running in an invocation's back. */
  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
  }
}
