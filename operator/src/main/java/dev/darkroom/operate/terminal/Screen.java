package dev.darkroom.operate.terminal;

import java.io.PrintStream;
import java.time.Duration;

/** Prints results and progress, which on a terminal is one line that draws over itself. */
public final class Screen {
  private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(100);

  /** Elsewhere than on a terminal, progress is lines of a log. */
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

  private static final String CLEAR_LINE = "\r\033[K";

  private final PrintStream out;
  private final PrintStream err;
  private final boolean terminal;
  private boolean drawn;
  private long saidAt = System.nanoTime();

  /**
   * @param terminal whether {@code err} is a terminal
   */
  public Screen(PrintStream out, PrintStream err, boolean terminal) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
  }

  /** The screen of this process. */
  @SuppressWarnings("SystemConsoleNull") // JDK 25 answers null again where there is no terminal.
  public static Screen ofProcess() {
    var console = System.console();
    return new Screen(System.out, System.err, console != null && console.isTerminal());
  }

  public synchronized void print(String line) {
    clear();
    out.println(line);
  }

  /** Says how far the work is, unless it was said just before. */
  public synchronized void progress(String line) {
    long now = System.nanoTime();
    Duration between = terminal ? BETWEEN_DRAWINGS : BETWEEN_LINES;
    if (now - saidAt < between.toNanos()) {
      return;
    }
    saidAt = now;
    drawn = terminal;
    err.print(terminal ? CLEAR_LINE + line : line + System.lineSeparator());
    err.flush();
  }

  private void clear() {
    if (drawn) {
      err.print(CLEAR_LINE);
      err.flush();
      drawn = false;
    }
  }
}
