package dev.darkroom.engine.ffmpeg;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** Queues the descriptions of frames that ffmpeg logs. */
final class FrameLog implements LogReader {
  private final BlockingQueue<Optional<FrameInfo>> queue = new LinkedBlockingQueue<>();
  private final FrameInfo.Parser parser = new FrameInfo.Parser();

  @Override
  public boolean take(String line) {
    FrameInfo info = parser.line(line);
    if (info != null) {
      queue.add(Optional.of(info));
    }
    return info != null || line.contains("showinfo");
  }

  @Override
  public void end() {
    queue.add(Optional.empty());
  }

  /** Waits for the next frame's description. Returns null after the last. */
  @Nullable FrameInfo next() throws InterruptedException {
    Optional<FrameInfo> info = queue.take();
    if (info.isEmpty()) {
      queue.add(info);
    }
    return info.orElse(null);
  }
}
