package dev.darkroom.bench.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Everything that was measured.
 *
 * @param seconds of the video
 * @param one the run with one worker a function
 * @param two the run with two
 * @param pass CPU time of the one ffmpeg process
 * @param made the stages' sizes
 * @param passed those of the one process
 * @param sound CPU time to code the video's sound
 */
record Comparison(
    int seconds,
    StageRun one,
    StageRun two,
    Duration pass,
    List<Coded> made,
    List<Coded> passed,
    Duration sound) {

  String text() {
    var text = new StringBuilder("\n| | stages | one ffmpeg | |\n|---|---|---|---|\n");
    for (StageRun run : List.of(one, two)) {
      double own = seconds(run.cpu());
      String name = "CPU s, %d at a time".formatted(run.workers());
      line(text, name, "%.1f", own, seconds(pass), own / seconds(pass));
    }
    for (int i = 0; i < made.size(); i++) {
      Coded a = made.get(i);
      Coded b = passed.get(i);
      double ratio = a.kilobytes() / b.kilobytes();
      line(text, a.size().name() + ", KB", "%.0f", a.kilobytes(), b.kilobytes(), ratio);
      double difference = a.similarity() - b.similarity();
      line(text, a.size().name() + ", SSIM", "%.4f", a.similarity(), b.similarity(), difference);
    }
    text.append("\n| seconds after the upload | 1 worker | 2 workers | |\n|---|---|---|---|\n");
    line(
        text,
        "poster and metadata, plan",
        "%.1f",
        one.times().draft(),
        two.times().draft(),
        one.times().draft() / two.times().draft());
    line(
        text,
        "plays from its first second, all sizes",
        "%.1f",
        one.times().completed(),
        two.times().completed(),
        one.times().completed() / two.times().completed());
    line(
        text,
        "from plan to end",
        "%.1f",
        one.codingSeconds(),
        two.codingSeconds(),
        one.codingSeconds() / two.codingSeconds());
    double minutes = seconds / 60.0;
    List<Rung> sizes = one.sizes();
    text.append(
        String.format(
            Locale.ROOT,
            "%nUSD a minute of video: %.5f (billed durations of the run with one worker), %.4f"
                + " (%s): 1/%.0f%n",
            one.usd() / minutes,
            PublicPrice.perMinute(sizes),
            PublicPrice.LABEL,
            PublicPrice.perMinute(sizes) * minutes / one.usd()));
    text.append(
        String.format(
            Locale.ROOT,
            "stream worker: %d invocations, %.0f MB at most%n",
            one.coding().size(),
            one.coding().stream().mapToDouble(Report::peakMegabytes).max().orElse(0)));
    return text.toString();
  }

  private static void line(
      StringBuilder text, String name, String format, double a, double b, double last) {
    String numbers = "| %s | " + format + " | " + format + " | %.3f |%n";
    text.append(String.format(Locale.ROOT, numbers, name, a, b, last));
  }

  /** Returns the figures, with the costs that the simulation reads. */
  String json() {
    ObjectNode json = new ObjectMapper().createObjectNode();
    json.put("command", "./darkroom bench stream --json FILE");
    json.put("videoSeconds", seconds);
    json.put("processors", Runtime.getRuntime().availableProcessors());
    for (StageRun run : List.of(one, two)) {
      json.putObject(run.workers() == 1 ? "oneWorker" : "twoWorkers")
          .put("cpuSeconds", seconds(run.cpu()))
          .put("draftSeconds", run.times().draft())
          .put("completedSeconds", run.times().completed())
          .put("usd", run.usd());
    }
    json.put("onePassCpuSeconds", seconds(pass));
    ObjectNode sizes = json.putObject("sizes");
    for (int i = 0; i < made.size(); i++) {
      sizes
          .putObject(made.get(i).size().name())
          .put("kilobytes", made.get(i).kilobytes())
          .put("onePassKilobytes", passed.get(i).kilobytes())
          .put("ssim", made.get(i).similarity())
          .put("onePassSsim", passed.get(i).similarity());
    }
    unitCosts(json.putObject("unitCosts"));
    return json.toPrettyString() + "\n";
  }

  private void unitCosts(ObjectNode costs) {
    double frames = (double) seconds * PhoneVideo.FRAMES_PER_SECOND;
    double megabytes = made.stream().mapToDouble(Coded::kilobytes).sum() / 1e3;
    int segments = one.coding().size() - 1;
    costs
        .put("planSeconds", one.planning().stream().mapToDouble(Report::seconds).sum())
        // What a segment takes beyond its share of the one pass.
        .put("segmentSeconds", Math.max(0, (one.segmentSeconds() - seconds(pass)) / segments))
        .put("codeSecondsPerFrame", seconds(pass) / frames)
        .put("soundSecondsPerSecond", seconds(sound) / seconds)
        .put("finishSecondsPerMegabyte", one.coding().getLast().seconds() / megabytes)
        .put("coldStartSeconds", one.firstStart())
        .put("ladderMegabytesPerSecond", megabytes / seconds)
        .put("memoryMegabytes", one.coding().getLast().megabytes());
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }
}
