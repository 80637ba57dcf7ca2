package dev.darkroom.local;

import dev.darkroom.infra.TemplateException;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a whole Darkroom until the process is told to stop. */
@Command(
    name = "up",
    customSynopsis = "./darkroom up [--detach] [OPTION]...",
    description = "Runs S3, SQS, SNS and all functions on this machine until Ctrl-C.%n",
    sortOptions = false,
    usageHelpWidth = 100)
public final class LocalDarkroom implements Callable<Integer> {
  @Mixin private final CommandLineOptions options = new CommandLineOptions();

  /** Read by picocli alone. */
  @SuppressWarnings("UnusedVariable")
  @Option(names = "--help", usageHelp = true, description = "Show this help.")
  private boolean help;

  private LocalDarkroom() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    // The script names the template, and a person may name another one.
    return new CommandLine(new LocalDarkroom()).setOverwrittenOptionsAllowed(true);
  }

  /** Returns only if Darkroom cannot start. A signal ends the process otherwise. */
  @Override
  public Integer call() throws InterruptedException {
    Chatter.quieten();
    try {
      var darkroom = RunningDarkroom.start(options.options());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(darkroom), "stop"));
      System.out.println(Welcome.of(darkroom));
    } catch (StartRefusedException | TemplateException | IllegalArgumentException refused) {
      System.err.println(refused.getMessage());
      return ExitCode.SOFTWARE;
    } catch (IOException | RuntimeException fault) {
      System.err.println("Darkroom could not start:");
      fault.printStackTrace();
      return ExitCode.SOFTWARE;
    }
    new CountDownLatch(1).await();
    return ExitCode.OK;
  }

  private static void stop(RunningDarkroom darkroom) {
    try {
      darkroom.close();
    } catch (IOException fault) {
      System.err.println("Darkroom did not stop cleanly:");
      fault.printStackTrace();
    }
  }
}
