package dev.darkroom.video.frame;

import dev.darkroom.codec.picture.YuvFrame;
import dev.darkroom.contract.ErrorCode;

/** How decoding a keyframe can turn out. */
public sealed interface FrameResult {
  /** The frame is there. */
  record Frame(YuvFrame yuv) implements FrameResult {}

  /** Nothing of this video can be decoded here; other keyframes are alike. */
  record Unsupported(ErrorCode code, String facts) implements FrameResult {}

  /** This keyframe is damaged; others may not be. */
  record Damaged(String reason) implements FrameResult {}
}
