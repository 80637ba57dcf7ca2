package dev.darkroom.engine.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** Reads a process's log continuously, so that the process never waits for a reader. */
final class EngineLog {
  /** Largest log in bytes; each fault in a damaged frame adds a line. */
  private static final int MAX_BYTES = 16 << 20;

  private static final int MAX_LINE = 2048;
  private static final int MAX_TAIL = 1024;

  private final BlockingQueue<Optional<FrameInfo>> queue = new LinkedBlockingQueue<>();
  private final StringBuilder tail = new StringBuilder();
  private @Nullable Complaint complaint;
  private final Thread pump;

  /**
   * Starts reading.
   *
   * @param flooded called if the process logs too much
   */
  EngineLog(InputStream in, Runnable flooded) {
    pump = Thread.ofVirtual().name("keyframe-log").start(() -> pump(in, flooded));
  }

  /** Waits for the next frame's description. Returns null after the last. */
  @Nullable FrameInfo next() throws InterruptedException {
    Optional<FrameInfo> info = queue.take();
    if (info.isEmpty()) {
      queue.add(info);
    }
    return info.orElse(null);
  }

  /** Waits for the end of the log. Returns its last messages other than descriptions of frames. */
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
    var parser = new FrameInfo.Parser();
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
            line(parser, line.toString());
            line.setLength(0);
          } else if (line.length() < MAX_LINE) {
            line.append(c);
          }
        }
      }
    } catch (IOException e) {
      // This side closed the pipe.
    } finally {
      line(parser, line.toString());
      queue.add(Optional.empty());
    }
  }

  private void line(FrameInfo.Parser parser, String line) {
    FrameInfo info = parser.line(line);
    if (info != null) {
      queue.add(Optional.of(info));
    } else if (!line.contains("showinfo")) {
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
}
