package dev.darkroom.engine.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads a process's log continuously, so that the process never waits for a reader. */
final class EngineLog {
  /** Largest log in bytes; each fault in a damaged frame adds a line. */
  private static final int MAX_BYTES = 16 << 20;

  private static final int MAX_LINE = 2048;
  private static final int MAX_TAIL = 1024;

  private final LogReader reader;
  private final StringBuilder tail = new StringBuilder();
  private @Nullable Complaint complaint;
  private final Thread pump;

  /**
   * Starts reading.
   *
   * @param reader called on another thread
   * @param flooded called if the process logs too much
   */
  EngineLog(InputStream in, LogReader reader, Runnable flooded) {
    this.reader = reader;
    pump = Thread.ofVirtual().name("engine-log").start(() -> pump(in, flooded));
  }

  /** Waits for the end of the log. Returns its last messages. */
  String tail() throws InterruptedException {
    pump.join(1_000);
    synchronized (tail) {
      return tail.toString().strip();
    }
  }

  /** Waits for the end of the log. Returns its weightiest complaint, null if there is none. */
  @Nullable Complaint complaint() throws InterruptedException {
    pump.join(1_000);
    synchronized (tail) {
      return complaint;
    }
  }

  private void pump(InputStream in, Runnable flooded) {
    var line = new StringBuilder();
    byte[] buffer = new byte[8192];
    long total = 0;
    try {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        total += count;
        if (total > MAX_BYTES) {
          flooded.run();
          break;
        }
        for (char c : new String(buffer, 0, count, StandardCharsets.ISO_8859_1).toCharArray()) {
          if (c == '\n' || c == '\r') {
            line(line.toString());
            line.setLength(0);
          } else if (line.length() < MAX_LINE) {
            line.append(c);
          }
        }
      }
    } catch (IOException e) {
      // This side closed the pipe.
    } finally {
      line(line.toString());
      reader.end();
    }
  }

  private void line(String line) {
    if (reader.take(line)) {
      return;
    }
    Complaint found = Complaint.in(line);
    synchronized (tail) {
      if (found != null && (complaint == null || found.compareTo(complaint) < 0)) {
        complaint = found;
      }
      tail.append(line).append('\n');
      tail.delete(0, Math.max(0, tail.length() - MAX_TAIL));
    }
  }
}
