package dev.darkroom.bench.scaling;

import dev.darkroom.bench.scaling.StreamSimulation.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** The tables of {@code docs/SCALING.md}: a row for every concurrency. */
final class ScalingTables {
  private static final List<Integer> CONCURRENCIES = List.of(1, 2, 5, 10, 30, 100, 300, 1_000);
  private static final long SEED = 20_261_129;

  private ScalingTables() {}

  static Table film(UnitCosts costs) {
    Video film = Video.film(new Random(SEED));
    var text =
        new StringBuilder(
            """
            | segments at a time | reached | plan sent | last part | playable | USD | what takes longest |
            |---|---|---|---|---|---|---|
            """);
    for (int concurrency : CONCURRENCIES) {
      Outcome outcome = StreamSimulation.run(List.of(film), costs, concurrency, new Random(SEED));
      text.append(
          "| %,d | %,d | %s | %s | %s | %.2f | %s |\n"
              .formatted(
                  concurrency,
                  outcome.peak(),
                  time(outcome.planned()),
                  time(outcome.coded()),
                  time(outcome.within(1)),
                  outcome.usd(),
                  outcome.limit()));
    }
    return new Table("film", text.toString());
  }

  static Table clips(UnitCosts costs) {
    List<Video> clips = Video.clips(new Random(SEED));
    double minutes = clips.stream().mapToDouble(Video::seconds).sum() / 60;
    var text =
        new StringBuilder(
            """
            | segments at a time | busy, mean | playable, p50 | p95 | all | USD an hour | USD a minute of video | what takes longest |
            |---|---|---|---|---|---|---|---|
            """);
    for (int concurrency : CONCURRENCIES) {
      Outcome outcome = StreamSimulation.run(clips, costs, concurrency, new Random(SEED));
      text.append(
          "| %,d | %.0f | %s | %s | %s | %.2f | %.4f | %s |\n"
              .formatted(
                  concurrency,
                  outcome.meanBusy(),
                  time(outcome.within(0.5)),
                  time(outcome.within(0.95)),
                  time(outcome.within(1)),
                  outcome.usd(),
                  outcome.usd() / minutes,
                  outcome.limit()));
    }
    return new Table("clips", text.toString());
  }

  private static String time(double seconds) {
    if (seconds < 300) {
      return String.format(Locale.ROOT, "%.0f s", seconds);
    }
    if (seconds < 7_200) {
      return String.format(Locale.ROOT, "%.0f min", seconds / 60);
    }
    return String.format(Locale.ROOT, "%.0f h", seconds / 3_600);
  }
}
