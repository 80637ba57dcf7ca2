package dev.darkroom.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures the time from the first byte of an upload to its manifest, cold (with every function's
 * process killed before) and warm; then photos per second in a burst, and the CPU time that the
 * local cloud and each function spend on one of its photos.
 */
public final class PipelineBenchmark {
  private static final int COLD_ROUNDS = 8;
  private static final int WARM_UP = 15;
  private static final int WARM_ROUNDS = 60;
  private static final int BURST = 40;
  private static final int CLIENTS = 4;

  /** Pause between two polls in a burst: each costs CPU time, which is being measured. */
  private static final Duration SPARING = Duration.ofMillis(250);

  private PipelineBenchmark() {}

  /**
   * @param args {@code [--json FILE]}
   */
  public static void main(String[] args) throws Exception {
    var target = new Target();
    byte[] photo = TestPhoto.jpeg();
    System.out.printf(
        "photo: %d x %d, %.1f MB%n", TestPhoto.WIDTH, TestPhoto.HEIGHT, photo.length / 1e6);

    var cold = new Latencies(cold(target, photo));
    report("cold", cold);
    times(target, photo, WARM_UP);
    var warm = new Latencies(times(target, photo, WARM_ROUNDS));
    report("warm", warm);
    var burst = burst(target, photo);
    System.out.printf(
        "burst of %d from %d clients: %.2f files/s%n", BURST, CLIENTS, burst.filesPerSecond());
    burst
        .cpuSecondsPerPhoto()
        .forEach((part, seconds) -> System.out.printf("CPU, %s: %.2f s/photo%n", part, seconds));

    if (args.length == 2 && args[0].equals("--json")) {
      ObjectNode json = new ObjectMapper().createObjectNode();
      json.put("photoBytes", photo.length).put("filesPerSecond", burst.filesPerSecond());
      json.put("coldP50Millis", cold.p50Millis()).put("coldP99Millis", cold.p99Millis());
      json.put("warmP50Millis", warm.p50Millis()).put("warmP99Millis", warm.p99Millis());
      burst.cpuSecondsPerPhoto().forEach(json.putObject("cpuSecondsPerPhoto")::put);
      Files.writeString(Path.of(args[1]), json.toPrettyString());
    }
  }

  private static void report(String name, Latencies latencies) {
    System.out.printf(
        "%s, upload to completed: p50 %d ms, p99 %d ms (%d rounds)%n",
        name, latencies.p50Millis(), latencies.p99Millis(), latencies.sorted().size());
  }

  private static List<Duration> cold(Target target, byte[] photo)
      throws IOException, InterruptedException {
    var times = new ArrayList<Duration>();
    for (int i = 0; i < COLD_ROUNDS; i++) {
      target.coolDown();
      times.add(target.uploadToCompleted(photo));
    }
    return times;
  }

  private static List<Duration> times(Target target, byte[] photo, int rounds)
      throws IOException, InterruptedException {
    var times = new ArrayList<Duration>();
    for (int i = 0; i < rounds; i++) {
      times.add(target.uploadToCompleted(photo));
    }
    return times;
  }

  /**
   * @param cpuSecondsPerPhoto of the local cloud and of each function
   */
  private record Burst(double filesPerSecond, Map<String, Double> cpuSecondsPerPhoto) {}

  private static Burst burst(Target target, byte[] photo)
      throws IOException, InterruptedException, ExecutionException {
    var before = target.cpuTimes();
    long start = System.nanoTime();
    var ids = new ArrayList<String>();
    try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
      var uploads = new ArrayList<Future<String>>();
      for (int i = 0; i < BURST; i++) {
        uploads.add(clients.submit(() -> target.upload(photo)));
      }
      for (Future<String> upload : uploads) {
        ids.add(upload.get());
      }
    }
    for (String id : ids) {
      target.await(id, Target.MANIFEST, SPARING);
    }
    double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
    for (String id : ids) {
      target.await(id, Target.ANNOUNCEMENT, SPARING);
    }
    return new Burst(BURST / seconds, target.cpuTimes().secondsPerPhotoSince(before, BURST));
  }
}
