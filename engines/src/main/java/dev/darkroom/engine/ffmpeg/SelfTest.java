package dev.darkroom.engine.ffmpeg;

import dev.darkroom.codec.mp4.SampleEntry.Color;
import dev.darkroom.engine.ffmpeg.EngineResult.Absent;
import dev.darkroom.engine.ffmpeg.EngineResult.Finished;
import dev.darkroom.engine.ffmpeg.EngineResult.Stopped;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what an engine can decode by decoding a tiny frame and checking its pixels. Tests a
 * codec at the first question about it, once in the life of the JVM, for one start of the engine.
 */
public final class SelfTest {
  private static final EngineLimits LIMITS = EngineLimits.DEFAULT.withTime(Duration.ofSeconds(20));

  private static final int TOLERANCE = 6;

  private final KeyframeEngine engine;
  private final Map<FrameCodec, String> found = new EnumMap<>(FrameCodec.class);
  private @Nullable String tones;

  SelfTest(KeyframeEngine engine) {
    this.engine = engine;
  }

  /**
   * Whether frames of a codec come out right.
   *
   * @throws EngineFault if the engine cannot answer now; the next question is tested again
   */
  public boolean decodes(FrameCodec codec) {
    return describe(codec).isEmpty();
  }

  /** Whether frames of high dynamic range can be mapped to standard range. */
  public synchronized boolean mapsTones() {
    if (tones == null) {
      FrameRequest request =
          FrameRequest.asDecoded(PixelLayout.YUV420).toneMapped(new Color(9, 16, 9, false));
      tones = outcome(TestFrame.of(FrameCodec.HEVC), request, false);
    }
    return tones.isEmpty();
  }

  /** Tests everything and describes the results in one line. */
  public String describe() {
    String codecs =
        Stream.of(FrameCodec.values())
            .map(codec -> codec + " " + (decodes(codec) ? "yes" : "no (" + describe(codec) + ")"))
            .collect(Collectors.joining(", "));
    return "keyframe engine %s: %s, HDR %s"
        .formatted(engine.program().executable(), codecs, mapsTones() ? "tone-mapped" : "as it is");
  }

  /** Describes in one line what is wrong with a codec; empty if nothing is. */
  synchronized String describe(FrameCodec codec) {
    return found.computeIfAbsent(
        codec, c -> outcome(TestFrame.of(c), FrameRequest.asDecoded(PixelLayout.YUV420), true));
  }

  private String outcome(TestFrame test, FrameRequest request, boolean exact) {
    var frame = new AtomicReference<@Nullable RawFrame>();
    try {
      EngineResult result =
          engine.decodeUntested(
              test.setup(), request, LIMITS, test.source(), (index, got) -> frame.set(got));
      RawFrame got = frame.get();
      return switch (result) {
        case Absent(String why) -> "does not start: " + lastLine(why);
        case Stopped(EngineResult.Reason reason, int frames, String detail)
            when reason == EngineResult.Reason.TOOK_TOO_LONG ->
            throw new EngineFault("the engine did not answer in time: " + lastLine(detail));
        case Stopped(EngineResult.Reason reason, int frames, String detail) ->
            reason + ": " + lastLine(detail);
        case Finished finished when got == null -> "no frame came out";
        case Finished finished ->
            exact && !test.matches(got, TOLERANCE) ? "wrong pixels came out" : "";
      };
    } catch (IOException e) {
      throw new IllegalStateException("a source in memory cannot fail", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineFault("interrupted while the engine was tested", e);
    }
  }

  private static String lastLine(String text) {
    return text.substring(text.lastIndexOf('\n') + 1);
  }
}
