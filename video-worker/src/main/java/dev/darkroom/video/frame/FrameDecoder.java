package dev.darkroom.video.frame;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.stage.batch.Deadline;
import java.util.concurrent.TimeoutException;

/** Decodes the keyframes of one track. */
@FunctionalInterface
public interface FrameDecoder {
  /**
   * @param sample the keyframe's bytes as they are in the file
   * @param draft whether to skip deblocking
   * @param budget when to give up
   * @throws TimeoutException if decoding is not finished by then
   */
  FrameResult decode(ByteReader sample, boolean draft, Deadline budget) throws TimeoutException;
}
