package dev.darkroom.contract;

import dev.darkroom.contract.stream.StreamPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a job ended. An exception is not an outcome: it means that the job must be tried again. */
public sealed interface Outcome {
  /**
   * All renditions are stored, and the manifest may name them.
   *
   * @param missing outputs that could not be made, and why
   */
  record Completed(
      Media media,
      @Nullable Placeholder placeholder,
      List<Rendition> renditions,
      List<Missing> missing)
      implements Outcome {
    public Completed {
      renditions = List.copyOf(renditions);
      missing = List.copyOf(missing);
    }
  }

  /**
   * Everything but the stream is stored; other functions code that, and then commit the manifest.
   *
   * @param draft what the upload has without the stream
   */
  record Streams(Completed draft, StreamPlan plan) implements Outcome {}

  /** The file can never be processed; the manifest keeps what is known about it. */
  record Rejected(Rejection rejection, @Nullable Media media) implements Outcome {
    public Rejected(Rejection rejection) {
      this(rejection, null);
    }
  }

  /** The file is of another kind than its key says, and goes to that kind's worker. */
  record BelongsTo(MediaKind kind) implements Outcome {}

  /** The original was deleted or replaced since the event, so that no manifest is written. */
  record Vanished() implements Outcome {}
}
