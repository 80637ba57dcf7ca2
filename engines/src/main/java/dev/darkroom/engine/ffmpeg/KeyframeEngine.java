package dev.darkroom.engine.ffmpeg;

import dev.darkroom.engine.ffmpeg.EngineResult.Absent;
import dev.darkroom.engine.ffmpeg.EngineResult.Finished;
import dev.darkroom.engine.ffmpeg.EngineResult.Reason;
import dev.darkroom.engine.ffmpeg.EngineResult.Stopped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/** Decodes keyframes by an ffmpeg process. Safe for threads; each call has processes of its own. */
public final class KeyframeEngine {
  /** What a shell answers that cannot run a program; the loader too, without its libraries. */
  private static final List<Integer> NOT_RUN = List.of(126, 127);

  private static final long GRACE_MILLIS = 2_000;

  private final EngineProgram program;
  private final SelfTest selfTest;

  public KeyframeEngine(EngineProgram program) {
    this.program = program;
    this.selfTest = new SelfTest(this);
  }

  public EngineProgram program() {
    return program;
  }

  /** What this engine was found to be good for; tested at the first call that asks. */
  public SelfTest selfTest() {
    return selfTest;
  }

  /**
   * Decodes frames, each of which needs no other. The process is gone when this returns.
   *
   * @param source called on another thread until it ends, throws, or the engine stops
   * @param sink called on this thread; what it throws ends the decoding and is thrown on
   * @throws IOException as the source throws it
   */
  public EngineResult decode(
      CodecSetup setup,
      FrameRequest request,
      EngineLimits limits,
      FrameSource source,
      FrameSink sink)
      throws IOException, InterruptedException {
    if (!selfTest.decodes(setup.codec())) {
      return new Absent(selfTest.describe(setup.codec()));
    }
    // Without tone mapping such pictures are pale, which is better than none.
    boolean plain = request.toneMap() != null && !selfTest.mapsTones();
    return untested(setup, plain ? request.toneMapped(null) : request, limits, source, sink);
  }

  EngineResult untested(
      CodecSetup setup,
      FrameRequest request,
      EngineLimits limits,
      FrameSource source,
      FrameSink sink)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + limits.time().toNanos();
    var queue = new FrameQueue(source, setup, limits);
    var came = new ArrayList<Integer>();
    // Most often one process takes all.
    while (!queue.isExhausted()) {
      EngineRun run;
      try {
        run = new EngineRun(program, request, limits, deadline);
      } catch (IOException e) {
        return new Absent(String.valueOf(e.getMessage()));
      }
      try (run) {
        int from = queue.next();
        FrameFeed feed = run.feed(setup, queue);
        came.addAll(run.frames(from, sink));
        EngineRun.Ending ending = run.ending();
        feed.end(GRACE_MILLIS);
        feed.rethrow();
        if (ending != null && NOT_RUN.contains(ending.exit())) {
          return new Absent(ending.detail());
        }
        // An engine that finds nothing to decode in a frame ends with an error too.
        boolean nothing =
            ending != null
                && ending.reason() == Reason.FAILED
                && ending.exit() > 0
                && !feed.wasRefused();
        if (ending != null && !nothing) {
          return new Stopped(ending.reason(), came.size(), ending.detail());
        }
        if (feed.wasRefused()) {
          return new Stopped(Reason.FAILED, came.size(), "the engine stopped reading");
        }
      }
    }
    var seen = new HashSet<>(came);
    return new Finished(
        came.size(),
        IntStream.range(0, queue.next()).filter(i -> !seen.contains(i)).boxed().toList());
  }
}
