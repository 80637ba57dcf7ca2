package dev.darkroom.image.hostile;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * What a run cost this process, on all its threads.
 *
 * <p>Bytes are those of {@link ThreadMXBean#getTotalThreadAllocatedBytes}: every object on the
 * heap, including collected ones and those of ended threads, but no native memory. CPU time is that
 * of all Java threads alive at the end; the compiler's and the collector's threads do not count.
 *
 * @param allocated bytes allocated on the heap
 */
public record Spending(Duration cpu, long allocated, Duration wall) {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** A run's result and its cost. */
  public record Counted<T>(T result, Spending spending) {}

  public static <T> Counted<T> of(Callable<T> run) throws Exception {
    Map<Long, Long> before = cpuTimes();
    long bytes = THREADS.getTotalThreadAllocatedBytes();
    long start = System.nanoTime();
    T result = run.call();
    long wall = System.nanoTime() - start;
    long allocated = THREADS.getTotalThreadAllocatedBytes() - bytes;
    long cpu = 0;
    for (Map.Entry<Long, Long> thread : cpuTimes().entrySet()) {
      cpu += thread.getValue() - before.getOrDefault(thread.getKey(), 0L);
    }
    return new Counted<>(
        result, new Spending(Duration.ofNanos(cpu), allocated, Duration.ofNanos(wall)));
  }

  private static Map<Long, Long> cpuTimes() {
    var times = new HashMap<Long, Long>();
    for (long id : THREADS.getAllThreadIds()) {
      long time = THREADS.getThreadCpuTime(id);
      if (time >= 0) {
        times.put(id, time);
      }
    }
    return times;
  }

  @Override
  public String toString() {
    return "%d ms of CPU, %d ms, %.1f MiB"
        .formatted(cpu.toMillis(), wall.toMillis(), allocated / 1048576.0);
  }
}
