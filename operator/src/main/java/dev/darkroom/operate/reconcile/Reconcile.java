package dev.darkroom.operate.reconcile;

import dev.darkroom.operate.place.Functions;
import dev.darkroom.operate.place.Place;
import dev.darkroom.operate.place.PlaceOptions;
import dev.darkroom.operate.terminal.Screen;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Runs the reconciler until it has looked at everything. */
@Command(
    name = "reconcile",
    customSynopsis = "./darkroom reconcile [OPTION]...",
    sortOptions = false,
    description = {
      "Finds at once what events lost, and mends it: runs the reconciler until it has looked at"
          + " everything.",
      "Exits with 1 if something could not be mended.%n"
    })
public final class Reconcile implements Callable<Integer> {
  private static final String FUNCTION = "Reconciler";

  @Option(
      names = "--older-than",
      paramLabel = "AGE",
      converter = Age.class,
      description =
          "What is older than this counts as lost, like 10m or 0s. By default each kind's own age,"
              + " after which its work has certainly ended.")
  private @Nullable String age;

  @Mixin private PlaceOptions place = new PlaceOptions();

  @Override
  public Integer call() {
    var screen = Screen.ofProcess();
    try (Place at = place.connect()) {
      Counts counts = run(at.functions(), age, screen);
      screen.print("The reconciler of %s has looked at everything".formatted(at.title()));
      counts.sums().forEach((name, sum) -> screen.print("  %6d %s".formatted(sum, words(name))));
      return counts.of("failed") == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }

  static Counts run(Functions functions, @Nullable String age, Screen screen) {
    String event = age == null ? "{}" : "{\"olderThan\":\"" + age + "\"}";
    var counts = new Counts();
    do {
      counts.add(functions.invoke(FUNCTION, event));
      screen.progress("%d looked at".formatted(counts.of("scanned")));
    } while (!counts.complete());
    return counts;
  }

  /** Splits a name like {@code orphansDeleted} into words. */
  private static String words(String name) {
    return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }

  private static final class Age implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      if (!text.matches("\\d{1,6}(s|m|h|d)")) {
        throw new TypeConversionException("'" + text + "' is no age; write 10m, 2h or 0s");
      }
      return text;
    }
  }
}
