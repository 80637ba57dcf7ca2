package dev.darkroom.video.frame;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.stage.batch.Deadline;
import java.util.concurrent.TimeoutException;

/** Decodes keyframes of one track. */
@FunctionalInterface
public interface FrameDecoder {
  /**
   * @param sample the keyframe's bytes as they are in the file
   * @param draft whether the edges of blocks may stay as they are
   * @param budget until when it has to be done
   * @throws TimeoutException if it is not
   */
  FrameResult decode(ByteReader sample, boolean draft, Deadline budget) throws TimeoutException;
}
