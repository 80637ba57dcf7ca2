package dev.darkroom.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * From the first byte of an upload to its manifest: cold (every function's process was killed
 * before), warm, and how many photos a second come through when all are sent at once.
 */
public final class PipelineBenchmark {
  private static final int COLD_ROUNDS = 8;
  private static final int WARM_UP = 15;
  private static final int WARM_ROUNDS = 60;
  private static final int BURST = 40;
  private static final int CLIENTS = 4;

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
    double rate = filesPerSecond(target, photo);
    System.out.printf("burst of %d from %d clients: %.2f files/s%n", BURST, CLIENTS, rate);

    if (args.length == 2 && args[0].equals("--json")) {
      ObjectNode json = new ObjectMapper().createObjectNode();
      json.put("photoBytes", photo.length).put("filesPerSecond", rate);
      json.put("coldP50Millis", cold.p50Millis()).put("coldP99Millis", cold.p99Millis());
      json.put("warmP50Millis", warm.p50Millis()).put("warmP99Millis", warm.p99Millis());
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

  private static double filesPerSecond(Target target, byte[] photo)
      throws InterruptedException, ExecutionException {
    long start = System.nanoTime();
    try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
      var ids = new ArrayList<Future<String>>();
      for (int i = 0; i < BURST; i++) {
        ids.add(clients.submit(() -> target.upload(photo)));
      }
      for (Future<String> id : ids) {
        target.awaitManifest(id.get());
      }
    }
    return BURST / (Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0);
  }
}
