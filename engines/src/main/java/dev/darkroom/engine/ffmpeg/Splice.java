package dev.darkroom.engine.ffmpeg;

import java.util.Arrays;

/**
 * Joins keyframes that were cut out of their stream. It makes a decoder forget the frames before
 * each of them, so that all come out, in the order they went in.
 */
final class Splice {
  private static final int LENGTH_SIZE_OF_HVCC = 21;
  private static final int LENGTH_SIZE_OF_AVCC = 4;

  // ITU-T H.265, table 7-1: types of pictures that decoding can start with.
  private static final int FIRST_IRAP = 16;
  private static final int LAST_IRAP = 23;
  private static final int BLA_W_LP = 16;
  private static final int CRA = 21;

  /** Type of an IDR slice (ITU-T H.264, table 7-1). */
  private static final int IDR = 5;

  private final FrameCodec codec;
  private final int lengthSize;

  Splice(CodecSetup setup) {
    codec = setup.codec();
    byte[] configuration = setup.configuration();
    int at = codec == FrameCodec.HEVC ? LENGTH_SIZE_OF_HVCC : LENGTH_SIZE_OF_AVCC;
    lengthSize = at < configuration.length ? (configuration[at] & 3) + 1 : 4;
  }

  /** Whether a frame makes a decoder forget all frames before it. */
  boolean resets(byte[] frame) {
    if (codec != FrameCodec.H264) {
      return true;
    }
    boolean[] found = new boolean[1];
    units(frame, at -> found[0] |= (frame[at] & 31) == IDR);
    return found[0];
  }

  /**
   * Returns a frame as the decoder should see it. A CRA picture counts its order from pictures that
   * are missing here, so it becomes a BLA picture, which has the same syntax but starts anew
   * (H.265, 3.14 and 8.1.3). No picture may suppress the output of those before it
   * (no_output_of_prior_pics_flag, 7.3.6.1).
   */
  byte[] prepared(byte[] frame) {
    if (codec != FrameCodec.HEVC) {
      return frame;
    }
    byte[] copy = Arrays.copyOf(frame, frame.length);
    units(
        copy,
        at -> {
          int type = (copy[at] >> 1) & 63;
          if (type < FIRST_IRAP || type > LAST_IRAP || at + 2 >= copy.length) {
            return;
          }
          if (type == CRA) {
            copy[at] = (byte) ((copy[at] & 0x81) | (BLA_W_LP << 1));
          }
          boolean firstSlice = (copy[at + 2] & 0x80) != 0;
          if (firstSlice) {
            copy[at + 2] &= (byte) ~0x40;
          }
        });
    return copy;
  }

  private interface UnitAction {
    void at(int offset);
  }

  /** Visits the first byte of each unit of a sample (ISO/IEC 14496-15, 4.3.3). */
  private void units(byte[] sample, UnitAction action) {
    int at = 0;
    while (at + lengthSize < sample.length) {
      long length = 0;
      for (int i = 0; i < lengthSize; i++) {
        length = length << 8 | (sample[at++] & 0xff);
      }
      if (length < 1 || length > sample.length - at) {
        return;
      }
      action.at(at);
      at += (int) length;
    }
  }
}
