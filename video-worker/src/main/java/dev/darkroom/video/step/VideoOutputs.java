package dev.darkroom.video.step;

import dev.darkroom.contract.Missing;
import dev.darkroom.contract.Placeholder;
import dev.darkroom.contract.stream.StreamPlan;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A video and the outputs made of it so far.
 *
 * @param placeholder absent if no keyframe could be decoded
 * @param plan of the stream that other functions code; absent if there will be none
 */
public record VideoOutputs(
    Probed video,
    @Nullable Placeholder placeholder,
    List<Output> outputs,
    @Nullable StreamPlan plan) {
  public VideoOutputs {
    outputs = List.copyOf(outputs);
  }

  VideoOutputs plus(List<Output> more) {
    return new VideoOutputs(
        video, placeholder, Stream.concat(outputs.stream(), more.stream()).toList(), plan);
  }

  /** Tells whether an output was found to be missing. */
  boolean lacks(String name) {
    return outputs.stream().anyMatch(it -> isMissing(it, name));
  }

  /** Returns these outputs without the reason why one of them is missing. */
  VideoOutputs without(String name) {
    return new VideoOutputs(
        video, placeholder, outputs.stream().filter(it -> !isMissing(it, name)).toList(), plan);
  }

  private static boolean isMissing(Output output, String name) {
    return output instanceof Output.Unavailable(Missing missing) && missing.name().equals(name);
  }

  VideoOutputs streamedBy(StreamPlan stream) {
    return new VideoOutputs(video, placeholder, outputs, stream);
  }
}
