package dev.darkroom.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a job can end. An exception is no outcome: it means that the job is to be tried again. */
public sealed interface Outcome {
  /**
   * The renditions are stored and the manifest may say so.
   *
   * @param missing what this original should have but cannot
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

    public Completed(Media media, @Nullable Placeholder placeholder, List<Rendition> renditions) {
      this(media, placeholder, renditions, List.of());
    }
  }

  /** The file can never succeed; what is known about it all the same is kept. */
  record Rejected(Rejection rejection, @Nullable Media media) implements Outcome {
    public Rejected(Rejection rejection) {
      this(rejection, null);
    }
  }

  /** The file is of the other kind. */
  record BelongsTo(MediaKind kind) implements Outcome {}

  /** The original was deleted or replaced since the event: there is nothing to say about it. */
  record Vanished() implements Outcome {}
}
