package dev.darkroom.codec.keyframe;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;

/** Checks samples of HEVC: decoding can start with IRAP pictures (ITU-T H.265, table 7-1). */
record HevcSample(int lengthSize) implements SampleCheck {
  /** Position of lengthSizeMinusOne in {@code hvcC} (ISO/IEC 14496-15, 8.3.3.1.2). */
  static final int LENGTH_SIZE = 21;

  private static final int FIRST_IRAP = 16;
  private static final int LAST_IRAP = 23;
  private static final int LAST_SLICE = 31;
  private static final int MAX_UNITS = 512;

  @Override
  public Verdict check(ByteReader sample) throws Malformed {
    var units = new Units(sample, lengthSize);
    ByteReader unit = units.next();
    for (int i = 0; unit != null && i < MAX_UNITS; i++, unit = units.next()) {
      if (unit.remaining() < 2) {
        continue;
      }
      int header = unit.u16();
      int type = (header >> 9) & 63;
      int layer = (header >> 3) & 63;
      if (type <= LAST_SLICE && layer == 0) {
        return type >= FIRST_IRAP && type <= LAST_IRAP ? Verdict.KEYFRAME : Verdict.DEPENDENT;
      }
    }
    return Verdict.UNKNOWN;
  }
}
