package dev.darkroom.local.cli;

import dev.darkroom.local.cli.Result.Completed;
import dev.darkroom.local.cli.Result.Failed;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;

/** Prints a bar while files are sent, and a paragraph for each finished one. */
final class Progress {
  private static final int BAR_WIDTH = 30;
  private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(100);
  private static final String CLEAR_LINE = "\r\033[K";

  private final PrintStream out;
  private final boolean terminal;
  private int files;
  private int finished;
  private long bytes;
  private long sent;
  private long drawnAt;

  /**
   * @param terminal whether {@code out} is a terminal, which can draw a bar over itself
   */
  Progress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  synchronized void begin(int files, long bytes) {
    this.files = files;
    this.bytes = bytes;
    draw();
  }

  synchronized void sent(long count) {
    sent += count;
    if (System.nanoTime() - drawnAt > BETWEEN_DRAWINGS.toNanos()) {
      draw();
    }
  }

  synchronized void finished(Path file, Result result) {
    finished++;
    clear();
    switch (result) {
      case Completed(var outputs) -> {
        out.printf("%s: completed%n", file);
        for (var output : outputs) {
          out.printf(
              "  %-12s %11s %8s  %s%n",
              output.name(), output.pixels(), size(output.size()), output.url());
        }
      }
      case Failed(var code, var message) ->
          out.printf("%s: failed, %s%n  %s%n", file, code, message);
    }
    draw();
  }

  synchronized void end() {
    clear();
  }

  private void draw() {
    if (!terminal) {
      return;
    }
    drawnAt = System.nanoTime();
    int filled = bytes == 0 ? BAR_WIDTH : (int) (BAR_WIDTH * Math.min(sent, bytes) / bytes);
    out.print(
        CLEAR_LINE
            + "["
            + "#".repeat(filled)
            + " ".repeat(BAR_WIDTH - filled)
            + "] "
            + size(sent)
            + " of "
            + size(bytes)
            + " sent, "
            + finished
            + " of "
            + files
            + " finished");
    out.flush();
  }

  private void clear() {
    if (terminal) {
      out.print(CLEAR_LINE);
      out.flush();
    }
  }

  private static String size(long bytes) {
    return bytes < 1_000_000
        ? (bytes + 999) / 1000 + " kB"
        : "%.1f MB".formatted(bytes / 1_000_000.0);
  }
}
