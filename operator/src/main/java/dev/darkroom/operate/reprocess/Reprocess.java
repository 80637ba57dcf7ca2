package dev.darkroom.operate.reprocess;

import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Owner;
import dev.darkroom.operate.place.Place;
import dev.darkroom.operate.place.PlaceOptions;
import dev.darkroom.operate.place.QueueName;
import dev.darkroom.operate.results.Position;
import dev.darkroom.operate.results.ResultWalk;
import dev.darkroom.operate.terminal.Pace;
import dev.darkroom.operate.terminal.Rate;
import dev.darkroom.operate.terminal.Screen;
import dev.darkroom.stage.reprocess.Reprocessing;
import dev.darkroom.stage.store.JobQueues;
import dev.darkroom.stage.store.ObjectStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has uploads processed again, whoever owns them. */
@Command(
    name = "reprocess",
    customSynopsis = "./darkroom reprocess [ID...] [OPTION]...",
    sortOptions = false,
    description = {
      "Has uploads processed again, whoever owns them: those named, or those whose results the"
          + " options select.",
      "Exits with 1 if one failed or is unknown.%n"
    })
public final class Reprocess implements Callable<Integer> {
  @Spec private @Nullable CommandSpec command;

  @Parameters(paramLabel = "ID", converter = Converters.OfId.class, description = "Uploads.")
  private List<MediaId> ids = new ArrayList<>();

  @Option(
      names = "--owner",
      paramLabel = "OWNER",
      converter = Converters.OfOwner.class,
      description = "Uploads of one owner, as written in keys and manifests.")
  private @Nullable Owner owner;

  @Mixin private FilterOptions filters = new FilterOptions();

  @Option(names = "--all", description = "All results.")
  private boolean all;

  @Option(
      names = "--after",
      paramLabel = "OWNER/ID",
      converter = Position.Converter.class,
      description = "Continue a run that was cut off, which said up to where it had come.")
  private @Nullable Position after;

  @Option(
      names = "--rate",
      paramLabel = "N/s",
      converter = Rate.Converter.class,
      description = "Send no faster than this, like 10/s, or 30/m for 30 a minute.")
  private @Nullable Rate rate;

  @Option(names = "--dry-run", description = "Count only.")
  private boolean dryRun;

  @Mixin private PlaceOptions place = new PlaceOptions();

  @Override
  public Integer call() {
    check();
    var screen = Screen.ofProcess();
    var tally = new Tally();
    try (Place at = place.connect()) {
      ObjectStore store = at.store();
      var pace = new Pace(Optional.ofNullable(rate), Pace.Time.SYSTEM);
      var run = new Run(store, reprocessing(at, store), dryRun, pace, screen, tally);
      var told = new Thread(() -> continuation(tally).ifPresent(screen::print));
      Runtime.getRuntime().addShutdownHook(told);
      if (ids.isEmpty()) {
        var from = Optional.ofNullable(after);
        var walk = new ResultWalk(store, Optional.ofNullable(owner), from);
        run.matching(walk, filters.filter(store));
      } else {
        run.these(ids, Optional.ofNullable(owner));
      }
      print(tally, at, screen);
      tally
          .fault()
          .ifPresent(
              fault -> {
                throw fault;
              });
      Runtime.getRuntime().removeShutdownHook(told);
    }
    return tally.count(Outcome.UNKNOWN) == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private void check() {
    if (ids.isEmpty() && owner == null && !filters.select() && !all) {
      throw wrong("say which: ids, an option that selects such as --code gave-up, or --all");
    }
    if (!ids.isEmpty() && (filters.select() || all || after != null)) {
      throw wrong("ids are processed as they are; besides them only --owner selects");
    }
  }

  private ParameterException wrong(String message) {
    if (command == null) {
      throw new IllegalStateException(message);
    }
    return new ParameterException(command.commandLine(), message);
  }

  private static Reprocessing reprocessing(Place at, ObjectStore store) {
    var queues =
        Map.of(
            MediaKind.IMAGE, at.queue(QueueName.IMAGE_JOBS),
            MediaKind.VIDEO, at.queue(QueueName.VIDEO_JOBS));
    return new Reprocessing(store, JobQueues.sqs(at.sqs(), queues), Clock.systemUTC(), at.bucket());
  }

  /** How to go on with a walk that did not come to its end. */
  private static Optional<String> continuation(Tally tally) {
    return tally.position().map(it -> "To continue, add to the same command: --after " + it);
  }

  private void print(Tally tally, Place at, Screen screen) {
    screen.print(
        "%d uploads of %s looked at%s"
            .formatted(tally.total(), at.title(), dryRun ? ", nothing sent" : ""));
    tally
        .counts()
        .forEach(
            (outcome, count) ->
                screen.print(
                    "  %6d %s"
                        .formatted(
                            count, dryRun && outcome == Outcome.SENT ? "would be sent" : outcome)));
  }
}
