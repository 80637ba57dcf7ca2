package dev.darkroom.codec.keyframe;

import dev.darkroom.codec.BitReader;
import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.keyframe.SampleCheck.Verdict;

/** Checks samples of AV1 by their first frame (AV1 Bitstream & Decoding Process, 5.3 to 5.9). */
final class Av1Sample {
  private static final int SEQUENCE_HEADER = 1;
  private static final int FRAME_HEADER = 3;
  private static final int FRAME = 6;
  private static final int MAX_UNITS = 512;
  private static final int MAX_SIZE_BYTES = 8;

  private Av1Sample() {}

  static Verdict check(ByteReader sample) {
    boolean still = false;
    try {
      for (int i = 0; sample.hasRemaining() && i < MAX_UNITS; i++) {
        int header = sample.u8();
        if ((header & 4) != 0) {
          sample.skip(1);
        }
        long size = (header & 2) != 0 ? size(sample) : sample.remaining();
        ByteReader unit = sample.slice((int) Math.min(size, sample.remaining()));
        switch (header >> 3 & 15) {
          // seq_profile, still_picture, reduced_still_picture_header
          case SEQUENCE_HEADER -> still = (unit.u8() & 8) != 0;
          case FRAME_HEADER, FRAME -> {
            return still || isKeyframe(new BitReader(unit.bytes(1)))
                ? Verdict.KEYFRAME
                : Verdict.DEPENDENT;
          }
          default -> {}
        }
      }
    } catch (Malformed e) {
      return Verdict.UNKNOWN;
    }
    return Verdict.UNKNOWN;
  }

  /** Reads show_existing_frame and frame_type, which is 0 for a keyframe. */
  private static boolean isKeyframe(BitReader in) throws Malformed {
    return !in.flag() && in.bits(2) == 0;
  }

  /** Reads leb128() (4.10.5). */
  private static long size(ByteReader in) throws Malformed {
    long size = 0;
    for (int i = 0; i < MAX_SIZE_BYTES; i++) {
      int b = in.u8();
      size |= (long) (b & 127) << (7 * i);
      if ((b & 128) == 0) {
        return size;
      }
    }
    throw new Malformed(in.offset(), "a size of more than eight bytes");
  }
}
