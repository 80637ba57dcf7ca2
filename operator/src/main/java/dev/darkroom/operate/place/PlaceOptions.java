package dev.darkroom.operate.place;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options by which every command is told what to work on. */
public final class PlaceOptions {
  @ArgGroup private Choice choice = new Choice();

  /** Read by picocli alone. */
  @SuppressWarnings("UnusedVariable")
  @Option(names = "--help", usageHelp = true, description = "Show this help.")
  private boolean help;

  private static final class Choice {
    @Option(
        names = "--stack",
        paramLabel = "NAME",
        description =
            "Work on a deployed stack, with the credentials and the region that the AWS CLI would"
                + " take.")
    private @Nullable String stack;

    /** Read by the script, which sets the variables of what runs there. */
    @SuppressWarnings("UnusedVariable")
    @Option(
        names = "--data",
        paramLabel = "DIR",
        description = "Work on the local run with this data folder (.darkroom).")
    private @Nullable Path data;
  }

  /**
   * Connects to what the options name.
   *
   * @throws RefusedException if it is not there
   */
  public Place connect() {
    return connect(System.getenv());
  }

  private Place connect(Map<String, String> environment) {
    return choice.stack == null
        ? LocalRun.connect(environment)
        : DeployedStack.connect(choice.stack, environment);
  }
}
