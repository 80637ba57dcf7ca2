package dev.darkroom.codec.keyframe;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.keyframe.SampleCheck.Verdict;

/** Checks samples of MPEG-1, MPEG-2 and MPEG-4 Visual by the header of their first picture. */
final class MpegSample {
  /** Start codes after their prefix of 0, 0, 1. */
  private static final int PICTURE = 0x00;

  private static final int VOP = 0xb6;

  private static final int INTRA = 1;

  private MpegSample() {}

  /** Reads vop_coding_type (ISO/IEC 14496-2, 6.2.5), which is 0 for intra-coded pictures. */
  static Verdict mpeg4(ByteReader sample) throws Malformed {
    if (!find(sample, VOP) || !sample.hasRemaining()) {
      return Verdict.UNKNOWN;
    }
    return sample.u8() >> 6 == 0 ? Verdict.KEYFRAME : Verdict.DEPENDENT;
  }

  /** Reads picture_coding_type (ISO/IEC 13818-2, 6.2.3), which follows ten bits of time. */
  static Verdict mpeg2(ByteReader sample) throws Malformed {
    if (!find(sample, PICTURE) || sample.remaining() < 2) {
      return Verdict.UNKNOWN;
    }
    return (sample.u16() >> 3 & 7) == INTRA ? Verdict.KEYFRAME : Verdict.DEPENDENT;
  }

  /** Moves after the first start code of a kind. Returns whether there is one. */
  private static boolean find(ByteReader in, int code) throws Malformed {
    int last = 0xffffff;
    while (in.hasRemaining()) {
      int b = in.u8();
      if (last == 1 && b == code) {
        return true;
      }
      last = (last << 8 | b) & 0xffffff;
    }
    return false;
  }
}
