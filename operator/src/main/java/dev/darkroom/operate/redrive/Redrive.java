package dev.darkroom.operate.redrive;

import dev.darkroom.operate.place.Place;
import dev.darkroom.operate.place.PlaceOptions;
import dev.darkroom.operate.place.QueueName;
import dev.darkroom.operate.redrive.Redriver.Left;
import dev.darkroom.operate.redrive.Redriver.Report;
import dev.darkroom.operate.terminal.Pace;
import dev.darkroom.operate.terminal.Rate;
import dev.darkroom.operate.terminal.Screen;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Sends messages that wait for a person back to where they came from. */
@Command(
    name = "redrive",
    customSynopsis = "./darkroom redrive [OPTION]...",
    sortOptions = false,
    description = {
      "Sends messages that wait for a person back to the queues they belong to, by what they say.",
      "Mend the cause first: a message that fails again comes back.",
      "Exits with 1 if messages stay.%n"
    })
public final class Redrive implements Callable<Integer> {
  private static final int MAX_BATCH = 10;
  private static final int SHOWN = 20;

  @Option(
      names = "--from",
      paramLabel = "QUEUE",
      converter = Waiting.class,
      description = {
        "unhandled (default): what no function could handle.",
        "dead-letters: what the notifier has not given up yet; it reads this queue all the time."
      })
  private QueueName from = QueueName.UNHANDLED;

  @Option(
      names = "--rate",
      paramLabel = "N/s",
      converter = Rate.Converter.class,
      description = "Send no faster than this, like 10/s, or 30/m for 30 a minute.")
  private @Nullable Rate rate;

  @Option(names = "--dry-run", description = "Look only. Messages are hidden while it looks.")
  private boolean dryRun;

  @Mixin private PlaceOptions place = new PlaceOptions();

  @Override
  public Integer call() {
    var screen = Screen.ofProcess();
    try (Place at = place.connect()) {
      var pace = new Pace(Optional.ofNullable(rate), Pace.Time.SYSTEM);
      Report report = new Redriver(at, from, dryRun, pace, screen).run(Instant.now(), batch(rate));
      print(report, at, screen);
      return report.left().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }

  /** Number of messages that are sent well before they come back. */
  static int batch(@Nullable Rate rate) {
    Duration half = Redriver.HIDDEN.dividedBy(2);
    return rate == null ? MAX_BATCH : Math.min(MAX_BATCH, rate.within(half));
  }

  private void print(Report report, Place at, Screen screen) {
    int count = report.sent().values().stream().mapToInt(Integer::intValue).sum();
    String what = dryRun ? "Would send back" : "Sent back";
    screen.print("%s %d from %s of %s".formatted(what, count, from, at.title()));
    report.sent().forEach((queue, number) -> screen.print("  %-12s %d".formatted(queue, number)));
    if (!report.left().isEmpty()) {
      screen.print("%d stay in %s".formatted(report.left().size(), from));
      report.left().stream().limit(SHOWN).forEach(it -> screen.print("  " + line(it)));
      if (report.left().size() > SHOWN) {
        screen.print("  and %d more".formatted(report.left().size() - SHOWN));
      }
    }
  }

  private static String line(Left left) {
    return "%s, sent %s: it %s".formatted(left.messageId(), left.sentAt(), left.why());
  }

  private static final class Waiting implements ITypeConverter<QueueName> {
    @Override
    public QueueName convert(String name) {
      return switch (name) {
        case "unhandled" -> QueueName.UNHANDLED;
        case "dead-letters" -> QueueName.DEAD_LETTERS;
        default ->
            throw new TypeConversionException(
                "'" + name + "' is neither unhandled nor dead-letters");
      };
    }
  }
}
