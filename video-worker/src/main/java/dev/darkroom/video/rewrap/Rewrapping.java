package dev.darkroom.video.rewrap;

import dev.darkroom.contract.MediaFormat;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.stream.StreamPlan;

/** The outcome of rewrapping an original. */
public sealed interface Rewrapping {
  /**
   * The new file is in the store.
   *
   * @param format MP4 or QuickTime
   */
  record Done(StreamPlan.Source file, MediaFormat format) implements Rewrapping {}

  /** There will never be a file. */
  record Impossible(Rejection reason) implements Rewrapping {}
}
