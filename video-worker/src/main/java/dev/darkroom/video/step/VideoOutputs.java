package dev.darkroom.video.step;

import dev.darkroom.contract.Placeholder;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A video and the outputs made of it so far.
 *
 * @param placeholder absent if no keyframe could be decoded
 */
public record VideoOutputs(Probed video, @Nullable Placeholder placeholder, List<Output> outputs) {
  public VideoOutputs {
    outputs = List.copyOf(outputs);
  }

  VideoOutputs plus(List<Output> more) {
    return new VideoOutputs(
        video, placeholder, Stream.concat(outputs.stream(), more.stream()).toList());
  }
}
