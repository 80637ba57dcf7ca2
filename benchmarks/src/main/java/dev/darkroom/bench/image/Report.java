package dev.darkroom.bench.image;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.bench.contender.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Prints each table when it is ready, and keeps the figures. */
final class Report {
  /**
   * The contender that all others are compared with; those without WebP are compared with its
   * variant without WebP.
   */
  private static final String PEER = "sharp, once";

  private static final String WITHOUT_WEBP = ", no WebP";

  private final ObjectNode json = new ObjectMapper().createObjectNode();

  void add(Path picture, List<Figures> figures) throws IOException {
    String name = String.valueOf(picture.getFileName());
    System.out.printf(
        "%n%s, %,d KB%n| %-24s | CPU ms | of %s | wall ms | output KB | peak RSS MB |%n",
        name, Files.size(picture) / 1000, "", PEER);
    System.out.println("|---|---|---|---|---|---|");
    ObjectNode node = json.putObject(name);
    for (Figures one : figures) {
      double cpu = millis(one.cpu());
      double ratio = cpu / peer(one.name(), figures);
      System.out.printf(
          Locale.ROOT,
          "| %-24s | %.0f | %.2f | %.0f | %.0f | %.0f |%n",
          one.name(),
          cpu,
          ratio,
          millis(one.wall()),
          one.bytes() / 1e3,
          one.peakMemory() / 1e6);
      node.putObject(one.name())
          .put("cpuMillis", cpu)
          .put("ratio", ratio)
          .put("wallMillis", millis(one.wall()))
          .put("outputBytes", one.bytes())
          .put("peakBytes", one.peakMemory());
    }
  }

  /** Returns the CPU time to compare with, in ms; NaN if that peer was left out. */
  private static double peer(String name, List<Figures> figures) {
    String peer = name.endsWith(WITHOUT_WEBP) ? PEER + WITHOUT_WEBP : PEER;
    return figures.stream()
        .filter(one -> one.name().equals(peer))
        .mapToDouble(one -> millis(one.cpu()))
        .findFirst()
        .orElse(Double.NaN);
  }

  void add(List<ColdStart> starts) {
    System.out.printf(
        "%nA fresh process's first picture%n"
            + "| | CPU ms till it answered | of these for the picture | loading classes ms | classes |%n"
            + "|---|---|---|---|---|%n");
    for (ColdStart start : starts) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %.0f | %.0f | %.0f | %d |%n",
          start.name(),
          millis(start.cpu()),
          millis(start.picture()),
          millis(start.classLoading()),
          start.classes());
      json.putObject(start.name())
          .put("cpuMillis", millis(start.cpu()))
          .put("pictureMillis", millis(start.picture()))
          .put("classLoadingMillis", millis(start.classLoading()))
          .put("classes", start.classes());
    }
  }

  void add(Quality quality) {
    System.out.printf(
        "%nSize against sharp's at equal SSIM%n| | quality | SSIM | size : sharp's |%n|---|---|---|---|%n");
    for (Quality.Row row : quality.rows()) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %d | %.4f | %.3f |%n",
          row.format(),
          row.quality(),
          row.ssim(),
          row.ratio());
      json.withObject("/equalSsim").put(row.format(), row.ratio());
    }
  }

  void write(Path file) throws IOException {
    Files.writeString(file, json.toPrettyString());
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }
}
