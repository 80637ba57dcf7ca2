package dev.darkroom.stream.code;

import dev.darkroom.codec.Malformed;
import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.contract.stream.StreamTask;
import dev.darkroom.engine.ffmpeg.InputWriter;
import dev.darkroom.engine.stream.StreamCoder;
import dev.darkroom.engine.stream.StreamResult;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.stage.store.StoredFile;
import dev.darkroom.stage.stream.StreamInput;
import dev.darkroom.stage.stream.WorkFolder;
import dev.darkroom.stream.assemble.Part;
import dev.darkroom.stream.assemble.SoundPart;
import dev.darkroom.stream.read.SourceReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Codes parts by an ffmpeg. */
public final class EngineCoding implements StreamCoding {
  private final ObjectStore store;
  private final @Nullable StreamCoder coder;

  /**
   * @param coder null if there is no engine
   */
  public EngineCoding(ObjectStore store, @Nullable StreamCoder coder) {
    this.store = store;
    this.coder = coder;
  }

  @Override
  public Result code(StreamTask task, StreamPlan plan, WorkFolder work, Deadline deadline)
      throws Exception {
    // The video worker had an engine, so this is a fault of the deployment, and may pass.
    if (coder == null) {
      throw new IllegalStateException("there is no engine");
    }
    return switch (task) {
      case StreamTask.Segment(int number) -> segment(coder, plan, number, deadline);
      case StreamTask.Sound() -> sound(coder, plan, work, deadline);
      case StreamTask.Finish() -> throw new IllegalArgumentException("nothing to code: " + task);
    };
  }

  private Result segment(StreamCoder engine, StreamPlan plan, int number, Deadline deadline)
      throws IOException, InterruptedException, Malformed {
    long started = System.nanoTime();
    StreamPlan.Segment segment = plan.segments().get(number);
    var reader = new SourceReader(store, plan);
    StreamInput input = reader.input(segment.input());
    StreamResult result =
        engine.code(
            Requests.segment(plan, segment),
            writer(reader, input),
            CodingLimits.segment(input, deadline));
    return switch (result) {
      case StreamResult.Coded coded ->
          new Result.Made(Part.of(coded.file(), coded.movie(), plan, number, millisSince(started)));
      case StreamResult.Stopped stopped ->
          new Result.Impossible(
              Reasons.of(stopped, segment.start() / (double) plan.picture().timescale()));
      case StreamResult.Absent(String why) -> throw new IllegalStateException(why);
      case StreamResult.Written _ -> throw new IllegalStateException("segments are not written");
    };
  }

  private Result sound(StreamCoder engine, StreamPlan plan, WorkFolder work, Deadline deadline)
      throws IOException, InterruptedException {
    long started = System.nanoTime();
    StreamPlan.Sound sound = plan.sound();
    if (sound == null) {
      throw new IllegalArgumentException("the plan has no sound");
    }
    var reader = new SourceReader(store, plan);
    StreamInput input = reader.input(sound.input());
    // Each attempt writes an object of its own, so that none changes what another's part names.
    String key = work.key("sound-" + UUID.randomUUID());
    try (var sink = new StoredFile(store, key, PutOptions.binary())) {
      StreamResult result =
          engine.sound(
              Requests.sound(sound),
              writer(reader, input),
              sink,
              CodingLimits.sound(input, deadline));
      return switch (result) {
        case StreamResult.Written _ -> {
          var part = new SoundPart(sink.finish(), millisSince(started));
          yield new Result.Made(part.toBytes(), List.of(key));
        }
        case StreamResult.Stopped stopped -> new Result.Impossible(Reasons.of(stopped, 0));
        case StreamResult.Absent(String why) -> throw new IllegalStateException(why);
        case StreamResult.Coded _ -> throw new IllegalStateException("sound is written");
      };
    }
  }

  private static InputWriter writer(SourceReader reader, StreamInput input) {
    return out -> {
      out.write(input.head());
      reader.copy(input.ranges(), out);
    };
  }

  private static long millisSince(long started) {
    return Duration.ofNanos(System.nanoTime() - started).toMillis();
  }
}
