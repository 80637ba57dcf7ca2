package dev.darkroom.bench.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.bench.stream.LocalStages.Times;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What happened when a Darkroom whose functions were warm made the stream of a video.
 *
 * @param cpu of the stream worker's processes and their ffmpeg, the JVM's own work included
 * @param coding the stream worker's invocations in the order of their ends; the last one finished
 * @param planning the video worker's invocation
 * @param firstStart seconds that the first process of the stream worker took to start
 * @param sizes that were made, the largest first
 */
record StageRun(
    int workers,
    Times times,
    Duration cpu,
    List<Report> coding,
    List<Report> planning,
    double firstStart,
    List<Rung> sizes) {
  private static final String MEASURED = "7zzzzzzzzz0000000000000000";

  /**
   * Ids of the uploads before the measured one. After the first, processes that recorded a cache of
   * classes are replaced.
   */
  private static final List<String> WARM_UPS =
      List.of("7zzzzzzzzz0000000000000001", "7zzzzzzzzz0000000000000002");

  private static final Pattern SIZE = Pattern.compile("stream-\\d+");

  /**
   * Runs a Darkroom of its own.
   *
   * @param warmUp a short video that starts the functions' processes
   * @param folder for its data, and for the sizes that it made
   */
  static StageRun measure(Path root, Path warmUp, Path video, int workers, Path folder)
      throws IOException, InterruptedException {
    try (var stages = LocalStages.start(root, folder.resolve("data-" + workers), workers)) {
      for (String id : WARM_UPS) {
        stages.process(warmUp, id);
      }
      List<Report> starts = Report.read(stages.log(), 0, LocalStages.STREAM_WORKER);
      long logged = Files.size(stages.log());
      ProcessTimes before = stages.cpu(LocalStages.STREAM_WORKER);
      Times times = stages.process(video, MEASURED);
      Duration cpu = stages.cpu(LocalStages.STREAM_WORKER).since(before);
      return new StageRun(
          workers,
          times,
          cpu,
          Report.read(stages.log(), logged, LocalStages.STREAM_WORKER),
          Report.read(stages.log(), logged, LocalStages.VIDEO_WORKER),
          starts.stream().flatMapToDouble(it -> it.startSeconds().stream()).max().orElse(0),
          download(stages, times.manifest(), folder.resolve("made-" + workers)));
    }
  }

  private static List<Rung> download(LocalStages stages, JsonNode manifest, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    var sizes = new ArrayList<Rung>();
    for (JsonNode rendition : manifest.path("renditions")) {
      String name = rendition.path("name").asText();
      if (SIZE.matcher(name).matches()
          && rendition.path("contentType").asText().equals("video/mp4")) {
        Path file = folder.resolve(name + ".mp4");
        stages.download(rendition.path("key").asText(), file);
        sizes.add(
            new Rung(
                name, rendition.path("width").asInt(), rendition.path("height").asInt(), file));
      }
    }
    if (sizes.isEmpty()) {
      throw new IOException("no stream was made: " + manifest);
    }
    return sizes;
  }

  /** Seconds from the plan to the end, which is the stream worker's share of the way. */
  double codingSeconds() {
    return times.completed() - times.draft();
  }

  /** What both functions would be billed by Lambda for the same durations. */
  double usd() {
    return coding.stream().mapToDouble(Report::usd).sum()
        + planning.stream().mapToDouble(Report::usd).sum();
  }

  /** Seconds of the stream worker's invocations except the last. */
  double segmentSeconds() {
    return coding.stream().limit(coding.size() - 1L).mapToDouble(Report::seconds).sum();
  }
}
