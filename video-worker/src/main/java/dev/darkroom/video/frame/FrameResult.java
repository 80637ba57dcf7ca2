package dev.darkroom.video.frame;

import dev.darkroom.codec.picture.YuvFrame;
import dev.darkroom.contract.Rejection;

/** A decoded keyframe, or the reason why it could not be decoded. */
public sealed interface FrameResult {
  /** The keyframe was decoded. */
  record Frame(YuvFrame yuv) implements FrameResult {}

  /** No keyframe of this video can be decoded here. */
  record Unsupported(Rejection reason) implements FrameResult {}

  /** This keyframe is damaged; others may be sound. */
  record Damaged(String reason) implements FrameResult {}
}
