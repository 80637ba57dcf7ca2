package dev.darkroom.operate;

import dev.darkroom.operate.reconcile.Reconcile;
import dev.darkroom.operate.redrive.Redrive;
import dev.darkroom.operate.reprocess.Reprocess;
import dev.darkroom.operate.status.Status;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs one of the operator's commands. */
@Command(
    name = "operator",
    subcommands = {Redrive.class, Reprocess.class, Reconcile.class, Status.class})
public final class Operator {
  private Operator() {}

  public static void main(String[] arguments) {
    // Libraries' warnings say nothing that a command does not say better.
    Logger.getLogger("").setLevel(Level.SEVERE);
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Operator())
        .setUsageHelpWidth(100)
        .setExecutionExceptionHandler(Faults::end)
        .setParameterExceptionHandler(Faults::refuse);
  }
}
