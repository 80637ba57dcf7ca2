package dev.darkroom.engine.ffmpeg;

import dev.darkroom.engine.ffmpeg.EngineResult.Absent;
import dev.darkroom.engine.ffmpeg.EngineResult.Finished;
import dev.darkroom.engine.ffmpeg.EngineResult.Reason;
import dev.darkroom.engine.ffmpeg.EngineResult.Stopped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.stream.IntStream;

/** Decodes keyframes by ffmpeg. Thread-safe, because each call starts processes of its own. */
public final class KeyframeEngine {
  private final EngineProgram program;
  private final SelfTest selfTest;

  public KeyframeEngine(EngineProgram program) {
    this.program = program;
    this.selfTest = new SelfTest(this);
  }

  public EngineProgram program() {
    return program;
  }

  /** Finds out what this engine can decode; tests at the first question. */
  public SelfTest selfTest() {
    return selfTest;
  }

  /**
   * Decodes frames that depend on no other frame. No process is left when this returns.
   *
   * @param source called on another thread until it ends, throws, or the engine stops
   * @param sink called on this thread; an exception that it throws ends the decoding and is
   *     rethrown
   * @throws IOException if the source throws it
   * @throws EngineFault if the engine cannot work now, for a reason that may pass
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
    // Without tone mapping, pictures are pale, which is better than no pictures.
    boolean plain = request.toneMap() != null && !selfTest.mapsTones();
    EngineResult result =
        decodeUntested(setup, plain ? request.toneMapped(null) : request, limits, source, sink);
    if (result instanceof Absent(String why)) {
      throw new EngineFault("the engine worked before and does not start now: " + why);
    }
    return result;
  }

  /** Decodes without asking {@link #selfTest()}, which itself decodes this way. */
  EngineResult decodeUntested(
      CodecSetup setup,
      FrameRequest request,
      EngineLimits limits,
      FrameSource source,
      FrameSink sink)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + limits.time().toNanos();
    var supply = new FrameSupply(source, setup, limits);
    var came = new ArrayList<Integer>();
    while (!supply.isExhausted()) {
      int from = supply.next();
      var log = new FrameLog();
      try (var process =
          EngineProcess.start(
              program, FrameArguments.of(request, limits), limits.ofProcess(), deadline, log)) {
        EngineFeed feed = process.feed(new FrameInput(setup, supply));
        came.addAll(new FrameReader(log, limits, request).read(process, from, sink));
        EngineProcess.Ending ending = process.ending(!came.isEmpty());
        feed.end();
        Reason reason = ending.reason();
        // An engine that could decode none of the frames also ends with an error.
        boolean nothing = reason == Reason.DAMAGED && ending.exit() > 0 && !feed.wasRefused();
        if (reason != null && !nothing) {
          return new Stopped(reason, came.size(), ending.detail());
        }
        if (feed.wasRefused()) {
          return new Stopped(Reason.FAILED, came.size(), "the engine stopped reading");
        }
      } catch (NoEngine e) {
        return new Absent(e.why());
      }
    }
    var seen = new HashSet<>(came);
    return new Finished(
        came.size(),
        IntStream.range(0, supply.next()).filter(i -> !seen.contains(i)).boxed().toList());
  }
}
