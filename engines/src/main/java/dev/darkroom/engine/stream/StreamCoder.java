package dev.darkroom.engine.stream;

import dev.darkroom.engine.ffmpeg.EngineFault;
import dev.darkroom.engine.ffmpeg.EngineProgram;
import dev.darkroom.engine.ffmpeg.EngineResult.Reason;
import dev.darkroom.engine.ffmpeg.InputWriter;
import dev.darkroom.engine.ffmpeg.PipeEngine;
import dev.darkroom.engine.ffmpeg.PipeResult;
import dev.darkroom.engine.ffmpeg.ProcessLimits;
import dev.darkroom.engine.stream.StreamResult.Absent;
import dev.darkroom.engine.stream.StreamResult.Stopped;
import dev.darkroom.engine.stream.StreamResult.Written;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Codes parts of streams by ffmpeg. Thread-safe, because each call starts a process of its own. */
public final class StreamCoder {
  private final PipeEngine engine;
  private final EncoderSettings settings;
  private final StreamSelfTest selfTest = new StreamSelfTest(this);

  public StreamCoder(EngineProgram program, EncoderSettings settings) {
    this.engine = new PipeEngine(program);
    this.settings = settings;
  }

  /**
   * Returns why this engine codes no streams; null if it does. Tests at the first question.
   *
   * @throws EngineFault if the engine cannot answer now; ask again
   */
  public @Nullable String missing() throws InterruptedException {
    StreamSelfTest.Answer answer = selfTest.answer();
    return answer.encoder() == null ? answer.why() : null;
  }

  /**
   * Codes a segment in all sizes, with one process.
   *
   * @param input a fragmented MP4 with one track of pictures, in decoding order from a keyframe on
   * @throws IOException if the input throws it
   * @throws EngineFault if the engine cannot work now, for a reason that may pass
   */
  public StreamResult code(SegmentRequest request, InputWriter input, ProcessLimits limits)
      throws IOException, InterruptedException {
    StreamSelfTest.Answer answer = selfTest.answer();
    if (answer.encoder() == null) {
      return new Absent(answer.why());
    }
    StreamResult result = codeUntested(request, answer, input, limits);
    if (result instanceof Absent(String why)) {
      throw new EngineFault("the engine worked before and does not start now: " + why);
    }
    return result;
  }

  /** Codes with what the engine is assumed to have; the self-test itself codes this way. */
  StreamResult codeUntested(
      SegmentRequest request, StreamSelfTest.Answer with, InputWriter input, ProcessLimits limits)
      throws IOException, InterruptedException {
    VideoEncoder encoder = with.encoder();
    if (encoder == null) {
      return new Absent(with.why());
    }
    List<String> arguments = SegmentArguments.of(request, encoder, settings, with.mapsTones());
    var output = new ByteArrayOutputStream();
    return switch (engine.run(arguments, limits, input, output)) {
      case PipeResult.Finished(long bytes, String detail) ->
          CodedSegment.check(output.toByteArray(), request, detail);
      case PipeResult.Stopped(var reason, String detail) -> new Stopped(reason, detail);
      case PipeResult.Absent(String why) -> new Absent(why);
    };
  }

  /**
   * Codes the sound of a whole movie as AAC-LC: mono and stereo as they are, more channels mixed
   * down to stereo. Gaps become silence.
   *
   * @param input a fragmented MP4 with one track of sound
   * @param output receives a fragmented MP4, in which the movie starts after as many seconds as in
   *     the input, exactly with the first frame
   * @throws IOException if the input or the output throws it
   * @throws EngineFault if the engine cannot work now, for a reason that may pass
   */
  public StreamResult sound(
      SoundRequest request, InputWriter input, OutputStream output, ProcessLimits limits)
      throws IOException, InterruptedException {
    var counter = new FragmentCounter(output);
    return switch (engine.run(SoundArguments.of(request, settings), limits, input, counter)) {
      case PipeResult.Finished(long bytes, String detail) ->
          counter.fragments() > 0 ? new Written(bytes) : new Stopped(Reason.DAMAGED, detail);
      case PipeResult.Stopped(var reason, String detail) -> new Stopped(reason, detail);
      case PipeResult.Absent(String why) -> new Absent(why);
    };
  }
}
