package dev.darkroom.operate.terminal;

import java.io.PrintStream;
import java.time.Duration;

/** Prints results, and on a terminal one line of progress that draws over itself. */
public final class Screen {
  private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(100);
  private static final String CLEAR_LINE = "\r\033[K";

  private final PrintStream out;
  private final PrintStream err;
  private final boolean terminal;
  private boolean drawn;
  private long drawnAt;

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

  public void print(String line) {
    clear();
    out.println(line);
  }

  /** Says how far the work is, unless it was said just before. */
  public void progress(String line) {
    boolean justDrawn = drawn && System.nanoTime() - drawnAt < BETWEEN_DRAWINGS.toNanos();
    if (!terminal || justDrawn) {
      return;
    }
    drawn = true;
    drawnAt = System.nanoTime();
    err.print(CLEAR_LINE + line);
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
