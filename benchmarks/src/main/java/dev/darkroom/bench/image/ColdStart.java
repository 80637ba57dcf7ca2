package dev.darkroom.bench.image;

import dev.darkroom.bench.contender.Contender;
import dev.darkroom.bench.contender.JavaCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the first picture costs in a fresh JVM.
 *
 * @param cpu CPU time of the process from its start to its answer
 * @param picture CPU time from receiving the picture to the answer
 * @param classLoading time by the JVM's own counter, {@code sun.cls.time}
 */
record ColdStart(String name, Duration cpu, Duration picture, Duration classLoading, long classes) {
  private static final int ROUNDS = 5;

  /** Measures a cold start without an ahead-of-time cache (JEP 483, 514) and with one. */
  static List<ColdStart> measure(Path picture, Path folder) throws IOException {
    Path cache = folder.resolve("worker.aot");
    try (Contender recorder = start(folder, "-XX:AOTCacheOutput=" + cache)) {
      recorder.run(picture);
    }
    var starts = new ArrayList<ColdStart>();
    starts.add(median("cold JVM", picture, folder));
    if (Files.exists(cache)) {
      starts.add(median("cold JVM, AOT cache", picture, folder, "-XX:AOTCache=" + cache));
    }
    return starts;
  }

  private static ColdStart median(String name, Path picture, Path folder, String... options)
      throws IOException {
    var rounds = new ArrayList<ColdStart>();
    for (int i = 0; i < ROUNDS; i++) {
      try (Contender contender = start(folder, options)) {
        Duration work = contender.run(picture).cpu();
        Duration all =
            ProcessHandle.of(contender.pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow();
        Map<String, Long> counters = counters(contender.pid());
        long ticks = counters.getOrDefault("sun.cls.time", 0L);
        long frequency = counters.getOrDefault("sun.os.hrt.frequency", 1_000_000_000L);
        rounds.add(
            new ColdStart(
                name,
                all,
                work,
                Duration.ofNanos((long) (ticks * 1e9 / frequency)),
                counters.getOrDefault("java.cls.loadedClasses", 0L)
                    + counters.getOrDefault("java.cls.sharedLoadedClasses", 0L)));
      }
    }
    rounds.sort(Comparator.comparing(ColdStart::cpu));
    return rounds.get(ROUNDS / 2);
  }

  private static Contender start(Path folder, String... options) throws IOException {
    return Contender.start(JavaCommand.of(Worker.class, List.of(options)), folder);
  }

  private static Map<String, Long> counters(long pid) throws IOException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process process =
        new ProcessBuilder(jcmd.toString(), String.valueOf(pid), "PerfCounter.print").start();
    var counters = new HashMap<String, Long>();
    try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
      lines
          .lines()
          .map(line -> line.split("=", 2))
          .filter(parts -> parts.length == 2 && parts[1].matches("\\d+"))
          .forEach(parts -> counters.put(parts[0], Long.valueOf(parts[1])));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return counters;
  }
}
