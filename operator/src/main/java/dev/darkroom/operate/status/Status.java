package dev.darkroom.operate.status;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.operate.place.Place;
import dev.darkroom.operate.place.PlaceOptions;
import dev.darkroom.operate.place.QueueName;
import dev.darkroom.operate.results.Result;
import dev.darkroom.operate.results.ResultWalk;
import dev.darkroom.operate.terminal.Moment;
import dev.darkroom.operate.terminal.Screen;
import dev.darkroom.stage.store.Manifests;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.Parallel;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the queues, and on AWS the alarms. */
@Command(
    name = "status",
    customSynopsis = "./darkroom status [OPTION]...",
    sortOptions = false,
    description = {
      "Shows what waits in each queue, and of a stack the oldest messages and the alarms.%n"
    })
public final class Status implements Callable<Integer> {
  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = Moment.class,
      description =
          "Count the results that failed since then by their codes, which lists the bucket:"
              + " 2026-11-01, 2026-11-01T12:00:00Z, or 2h.")
  private @Nullable Instant since;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Mixin private PlaceOptions place = new PlaceOptions();

  @Override
  public Integer call() {
    var screen = Screen.ofProcess();
    try (Place at = place.connect()) {
      var picture =
          new Picture(
              at.title(),
              Arrays.stream(QueueName.values()).map(name -> QueueState.of(at, name)).toList(),
              Optional.ofNullable(since).map(time -> failures(at.store(), time)),
              at.monitoring().alarms());
      if (json) {
        screen.print(picture.json());
      } else {
        picture.lines().forEach(screen::print);
      }
      return ExitCode.OK;
    }
  }

  /** Counts the results since a time that failed, by code. */
  static Map<ErrorCode, Integer> failures(ObjectStore store, Instant since) {
    var counts = new EnumMap<ErrorCode, Integer>(ErrorCode.class);
    var manifests = new Manifests(store);
    var walk = new ResultWalk(store, Optional.empty(), Optional.empty());
    for (var handful = walk.next(); !handful.isEmpty(); handful = walk.next()) {
      Parallel.map(
              handful.stream().filter(listed -> !listed.at().isBefore(since)).toList(),
              listed -> Result.read(manifests, listed.key()))
          .stream()
          .flatMap(Optional::stream)
          .flatMap(result -> result.manifest().stream())
          .flatMap(manifest -> Stream.ofNullable(manifest.error()))
          .forEach(error -> counts.merge(error.code(), 1, Integer::sum));
    }
    return counts;
  }
}
