package dev.darkroom.codec.keyframe;

import dev.darkroom.codec.BitReader;
import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.keyframe.SampleCheck.Verdict;

/** Checks samples of H.263 by the picture header (ITU-T H.263, 5.1). */
final class H263Sample {
  private static final int HEAD = 16;
  private static final int START_CODE = 0x20;
  private static final int EXTENDED = 7;
  private static final int WITH_OPTIONS = 1;
  private static final int OPTIONS = 18;

  private H263Sample() {}

  static Verdict check(ByteReader sample) throws Malformed {
    var in = new BitReader(sample.bytes(Math.min(HEAD, sample.remaining())));
    try {
      if (in.bits(22) != START_CODE) {
        return Verdict.UNKNOWN;
      }
      // Temporal reference, then the first five bits of PTYPE.
      in.skip(8 + 5);
      if (in.bits(3) != EXTENDED) {
        return in.flag() ? Verdict.DEPENDENT : Verdict.KEYFRAME;
      }
      if (in.bits(3) == WITH_OPTIONS) {
        in.skip(OPTIONS);
      }
      return in.bits(3) == 0 ? Verdict.KEYFRAME : Verdict.DEPENDENT;
    } catch (Malformed e) {
      return Verdict.UNKNOWN;
    }
  }
}
