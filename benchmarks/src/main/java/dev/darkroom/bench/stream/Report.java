package dev.darkroom.bench.stream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A REPORT line in the log of {@code ./darkroom up}.
 *
 * @param seconds that the invocation took, without the start
 * @param billedSeconds with the start, as AWS bills since August 2025
 * @param megabytes that the function has
 * @param peakMegabytes that the function and its ffmpeg used so far
 * @param startSeconds of the process, if it was started for this invocation
 */
record Report(
    String function,
    double seconds,
    double billedSeconds,
    double megabytes,
    double peakMegabytes,
    OptionalDouble startSeconds) {
  private static final Pattern LINE =
      Pattern.compile(
          "\\[(\\w+)] REPORT RequestId: \\S+\tDuration: ([0-9.]+) ms\tBilled Duration: (\\d+) ms"
              + "\tMemory Size: (\\d+) MB\tMax Memory Used: (\\d+) MB(?:\tInit Duration: ([0-9.]+)"
              + " ms)?.*");

  /** Lambda on x86_64, us-east-1; the manifests' own estimate has it too. */
  private static final double USD_PER_GIGABYTE_SECOND = 0.0000166667;

  /** Reads what a function reported after a position of the log, in bytes. */
  static List<Report> read(Path log, long from, String function) throws IOException {
    byte[] bytes = Files.readAllBytes(log);
    int start = Math.toIntExact(from);
    return new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8)
        .lines()
        .map(LINE::matcher)
        .filter(Matcher::find)
        .map(Report::of)
        .filter(report -> report.function().equals(function))
        .toList();
  }

  private static Report of(Matcher line) {
    String start = line.group(6);
    return new Report(
        line.group(1),
        Double.parseDouble(line.group(2)) / 1000,
        Double.parseDouble(line.group(3)) / 1000,
        Double.parseDouble(line.group(4)),
        Double.parseDouble(line.group(5)),
        start == null
            ? OptionalDouble.empty()
            : OptionalDouble.of(Double.parseDouble(start) / 1000));
  }

  double usd() {
    return billedSeconds * megabytes / 1024 * USD_PER_GIGABYTE_SECOND;
  }
}
