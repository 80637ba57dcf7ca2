package dev.darkroom.engine.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** Reads what the process says, always, so that it never waits for a listener. */
final class Notes {
  /** Damaged frames make a line a fault; nobody reads more than this. */
  private static final int MAX_BYTES = 16 << 20;

  private static final int MAX_LINE = 2048;
  private static final int MAX_TAIL = 1024;

  private final BlockingQueue<Optional<FrameNote>> queue = new LinkedBlockingQueue<>();
  private final StringBuilder tail = new StringBuilder();
  private final Thread pump;

  /**
   * @param flooded what to do about a process that says too much
   */
  Notes(InputStream in, Runnable flooded) {
    pump = Thread.ofVirtual().name("keyframe-notes").start(() -> pump(in, flooded));
  }

  /** Waits for the next frame's note; null after the last. */
  @Nullable FrameNote next() throws InterruptedException {
    Optional<FrameNote> note = queue.take();
    if (note.isEmpty()) {
      queue.add(note);
    }
    return note.orElse(null);
  }

  /** The last that was said that is no note; waits for the end of it. */
  String tail() throws InterruptedException {
    pump.join(1_000);
    synchronized (tail) {
      return tail.toString().strip();
    }
  }

  private void pump(InputStream in, Runnable flooded) {
    var parser = new FrameNote.Parser();
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
      // The pipe was closed from here.
    } finally {
      line(parser, line.toString());
      queue.add(Optional.empty());
    }
  }

  private void line(FrameNote.Parser parser, String line) {
    FrameNote note = parser.line(line);
    if (note != null) {
      queue.add(Optional.of(note));
    } else if (!line.contains("showinfo")) {
      synchronized (tail) {
        tail.append(line).append('\n');
        tail.delete(0, Math.max(0, tail.length() - MAX_TAIL));
      }
    }
  }
}
