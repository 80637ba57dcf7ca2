package dev.darkroom.local;

import dev.darkroom.infra.TemplateException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Runs a whole Darkroom until it is told to stop. */
public final class LocalDarkroom {
  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  private LocalDarkroom() {}

  public static void main(String[] arguments) throws InterruptedException {
    if (List.of(arguments).contains("--help")) {
      System.out.println(OptionsParser.USAGE);
      return;
    }
    switch (OptionsParser.parse(List.of(arguments))) {
      case OptionsParser.Parsed.Refused(var problems) -> {
        problems.forEach(System.err::println);
        System.err.println("\n" + OptionsParser.USAGE);
        System.exit(WRONG_USAGE);
      }
      case OptionsParser.Parsed.Accepted(var options) -> run(options);
    }
  }

  private static void run(Options options) throws InterruptedException {
    Chatter.quieten();
    try {
      var darkroom = RunningDarkroom.start(options);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(darkroom), "stop"));
      System.out.println(Welcome.of(darkroom));
    } catch (StartRefusedException | TemplateException | IllegalArgumentException refused) {
      System.err.println(refused.getMessage());
      System.exit(FAILED);
    } catch (IOException | RuntimeException fault) {
      System.err.println("Darkroom could not start:");
      fault.printStackTrace();
      System.exit(FAILED);
    }
    new CountDownLatch(1).await();
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
