package dev.darkroom.bench.video;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.bench.contender.Scratch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs the video worker and ffmpeg side by side on the same object of a local S3. */
public final class VideoBenchmark {
  private VideoBenchmark() {}

  /**
   * @param args {@code [--json FILE]}
   */
  public static void main(String[] args) throws Exception {
    try (Scratch scratch = Scratch.make();
        var bucket = new BenchBucket()) {
      Path video = TestVideo.make(scratch.folder());
      System.out.printf(
          "video: %d s of 1080p, %.0f MB%n", TestVideo.SECONDS, Files.size(video) / 1e6);
      bucket.upload(video);
      var ffmpeg = new Ffmpeg(bucket.link(), scratch.folder());
      var costs = new ArrayList<>(VideoWorker.measure());
      costs.addAll(List.of(ffmpeg.onePass(), ffmpeg.keyframeSeeks(), ffmpeg.accurateSeeks()));
      report(costs);
      if (args.length == 2 && args[0].equals("--json")) {
        Files.writeString(Path.of(args[1]), json(costs));
      }
    }
  }

  private static void report(List<Cost> costs) {
    System.out.printf(
        "| | CPU s | wall s | MB read | requests | peak RSS MB |%n|---|---|---|---|---|---|%n");
    for (Cost cost : costs) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %.2f | %.1f | %.1f | %d | %.0f |%n",
          cost.name(),
          cost.cpu().toMillis() / 1e3,
          cost.wall().toMillis() / 1e3,
          cost.bytes() / 1e6,
          cost.requests(),
          cost.peakMemory() / 1e6);
    }
    Cost own = costs.getFirst();
    for (Cost other : costs) {
      if (other.name().startsWith("ffmpeg")) {
        System.out.printf(
            Locale.ROOT,
            "%s : %s = %.2f in CPU time, 1/%.0f in bytes%n",
            own.name(),
            other.name(),
            own.cpu().toNanos() / (double) other.cpu().toNanos(),
            other.bytes() / (double) own.bytes());
      }
    }
  }

  private static String json(List<Cost> costs) {
    ObjectNode json = new ObjectMapper().createObjectNode();
    for (Cost cost : costs) {
      json.putObject(cost.name())
          .put("cpuMillis", cost.cpu().toMillis())
          .put("wallMillis", cost.wall().toMillis())
          .put("bytes", cost.bytes())
          .put("requests", cost.requests())
          .put("peakBytes", cost.peakMemory());
    }
    return json.toPrettyString();
  }
}
