package dev.darkroom.stage.store;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Makes many calls to the store at once. */
public final class Parallel {
  /** Number of connections at a time; more make each of them slower. */
  private static final int WIDTH = 16;

  private Parallel() {}

  /** Maps the inputs, in their order; throws the first failure in that order. */
  public static <T, R> List<R> map(List<T> inputs, Function<T, R> function) {
    if (inputs.size() < 2) {
      return inputs.stream().map(function).toList();
    }
    try (ExecutorService threads =
        Executors.newFixedThreadPool(WIDTH, Thread.ofVirtual().factory())) {
      List<Future<R>> answers =
          inputs.stream().map(input -> threads.submit(() -> function.apply(input))).toList();
      return answers.stream().map(Parallel::get).toList();
    }
  }

  private static <R> R get(Future<R> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the store did not answer", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
