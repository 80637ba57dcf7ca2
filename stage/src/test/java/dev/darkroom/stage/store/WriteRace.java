package dev.darkroom.stage.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Lets several writers write at the same moment. */
final class WriteRace {
  private static final int WRITERS = 8;

  private WriteRace() {}

  /** Writes what the writer of a number, from 0, has to say. */
  interface Writer {
    Write write(int number) throws Exception;
  }

  /** Runs a race and returns what came of each write, in the order of the writers' numbers. */
  static List<Write> run(Writer writer) throws InterruptedException, ExecutionException {
    var start = new CyclicBarrier(WRITERS);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Write>> tasks =
          IntStream.range(0, WRITERS)
              .<Callable<Write>>mapToObj(
                  i ->
                      () -> {
                        start.await();
                        return writer.write(i);
                      })
              .toList();
      var writes = new ArrayList<Write>();
      for (Future<Write> write : threads.invokeAll(tasks)) {
        writes.add(write.get());
      }
      return writes;
    }
  }

  /** Returns the number of the first writer who wrote. */
  static int winner(List<Write> writes) {
    return IntStream.range(0, writes.size())
        .filter(i -> writes.get(i) instanceof Write.Written)
        .findFirst()
        .orElseThrow();
  }
}
