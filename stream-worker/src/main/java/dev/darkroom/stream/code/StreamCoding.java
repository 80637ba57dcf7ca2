package dev.darkroom.stream.code;

import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.contract.stream.StreamTask;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.stream.WorkFolder;
import java.util.List;

/** Makes the parts of streams. */
@FunctionalInterface
public interface StreamCoding {
  /**
   * Makes the part of a task.
   *
   * @param work where what a part refers to is stored
   * @throws dev.darkroom.stream.read.SourceGone if the source is no longer what it was
   * @throws Exception if trying again may help
   */
  Result code(StreamTask task, StreamPlan plan, WorkFolder work, Deadline deadline)
      throws Exception;

  /** What becomes of a task. */
  sealed interface Result {
    /**
     * A part to be stored.
     *
     * @param objects keys of what it refers to in the work folder
     */
    @SuppressWarnings("ArrayRecordComponent") // a carrier of bytes that nobody compares
    record Made(byte[] bytes, List<String> objects) implements Result {
      public Made {
        objects = List.copyOf(objects);
      }

      /** Makes a part that refers to nothing else. */
      public Made(byte[] bytes) {
        this(bytes, List.of());
      }
    }

    /** The part can never be made, so neither can the stream. */
    record Impossible(Rejection reason) implements Result {}
  }
}
