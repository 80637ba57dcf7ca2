package dev.darkroom.codec.keyframe;

import dev.darkroom.codec.BitReader;
import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.h264.NalUnit;

/**
 * Checks samples of H.264. An IDR picture is a keyframe, and so is any other picture all of whose
 * slices are intra-coded, as at the recovery points of open groups of pictures. A recovery point
 * with other slices needs the frames before it.
 */
record AvcSample(int lengthSize) implements SampleCheck {
  /** Position of lengthSizeMinusOne in {@code avcC} (ISO/IEC 14496-15, 5.3.3.1.2). */
  static final int LENGTH_SIZE = 4;

  /** Bytes of a unit that hold first_mb_in_slice and slice_type. */
  private static final int SLICE_START = 12;

  private static final int MAX_UNITS = 512;

  /** A value of slice_type, to which 5 is added if all slices have the same (table 7-6). */
  private static final int I = 2;

  @Override
  public Verdict check(ByteReader sample) throws Malformed {
    var units = new Units(sample, lengthSize);
    Verdict verdict = Verdict.UNKNOWN;
    ByteReader unit = units.next();
    for (int i = 0; unit != null && i < MAX_UNITS; i++, unit = units.next()) {
      int type = unit.u8() & 31;
      if (type == NalUnit.IDR_SLICE) {
        return Verdict.KEYFRAME;
      }
      if (type != NalUnit.SLICE && type != NalUnit.SLICE_PARTITION_A) {
        continue;
      }
      ByteReader start = unit.fromStart();
      try {
        NalUnit slice = NalUnit.parse(start.slice(Math.min(SLICE_START, start.remaining())));
        var in = new BitReader(slice.payload());
        boolean first = in.ue() == 0;
        if (first && verdict == Verdict.KEYFRAME) {
          // The second field may refer to the first.
          return verdict;
        }
        if (in.ue(9, "slice_type") % 5 != I) {
          return Verdict.DEPENDENT;
        }
        verdict = Verdict.KEYFRAME;
      } catch (Malformed e) {
        return Verdict.UNKNOWN;
      }
    }
    return verdict;
  }
}
