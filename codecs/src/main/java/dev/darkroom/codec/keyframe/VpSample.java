package dev.darkroom.codec.keyframe;

import dev.darkroom.codec.BitReader;
import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.keyframe.SampleCheck.Verdict;

/** Checks samples of VP8 and VP9. */
final class VpSample {
  private static final int FRAME_MARKER = 2;
  private static final int HIGHEST_PROFILE = 3;

  private VpSample() {}

  /** Reads the frame tag (RFC 6386, 9.1), whose first bit is 0 in keyframes. */
  static Verdict vp8(ByteReader sample) throws Malformed {
    if (!sample.hasRemaining()) {
      return Verdict.UNKNOWN;
    }
    return (sample.u8() & 1) == 0 ? Verdict.KEYFRAME : Verdict.DEPENDENT;
  }

  /**
   * Reads the start of the uncompressed header (VP9 Bitstream & Decoding Process Specification,
   * 6.2). Of the frames of a superframe the first counts.
   */
  static Verdict vp9(ByteReader sample) throws Malformed {
    var in = new BitReader(sample.bytes(Math.min(2, sample.remaining())));
    try {
      if (in.bits(2) != FRAME_MARKER) {
        return Verdict.UNKNOWN;
      }
      int profile = in.bits(1) | in.bits(1) << 1;
      if (profile == HIGHEST_PROFILE) {
        in.skip(1);
      }
      boolean shownAgain = in.flag();
      return shownAgain || in.flag() ? Verdict.DEPENDENT : Verdict.KEYFRAME;
    } catch (Malformed e) {
      return Verdict.UNKNOWN;
    }
  }
}
