package dev.darkroom.codec.keyframe;

import dev.darkroom.codec.BitReader;
import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.keyframe.SampleCheck.Verdict;

/** Checks samples of two codecs of QuickTime, whose headers their decoders in ffmpeg describe. */
final class QuickTimeSample {
  private static final int STRIPS = 10;
  private static final int INTRA_STRIP = 0x10;
  private static final int INTER_STRIP = 0x11;

  private QuickTimeSample() {}

  /** Reads a frame's type of Sorenson Video 1, after 22 bits of a code and 8 bits of time. */
  static Verdict sorenson1(ByteReader sample) throws Malformed {
    if (sample.remaining() < 4) {
      return Verdict.UNKNOWN;
    }
    var in = new BitReader(sample.bytes(4));
    in.skip(22 + 8);
    return in.bits(2) == 0 ? Verdict.KEYFRAME : Verdict.DEPENDENT;
  }

  /** Reads the type of the first strip of Cinepak. */
  static Verdict cinepak(ByteReader sample) throws Malformed {
    if (sample.remaining() <= STRIPS) {
      return Verdict.UNKNOWN;
    }
    return switch (sample.skip(STRIPS).u8()) {
      case INTRA_STRIP -> Verdict.KEYFRAME;
      case INTER_STRIP -> Verdict.DEPENDENT;
      default -> Verdict.UNKNOWN;
    };
  }
}
