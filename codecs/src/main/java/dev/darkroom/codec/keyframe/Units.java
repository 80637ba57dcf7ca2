package dev.darkroom.codec.keyframe;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.SampleEntry;
import org.jspecify.annotations.Nullable;

/** Walks the units of a sample, each of which follows its length (ISO/IEC 14496-15, 4.3.3). */
final class Units {
  private static final int START_CODE = 1;

  /** A unit that follows a start code has a header, and so is longer than one byte. */
  private static final int MIN_START_CODE_SAMPLE = 6;

  private final ByteReader sample;
  private final int lengthSize;

  /**
   * @throws Malformed if units follow start codes (ITU-T H.264, annex B) instead of lengths
   */
  Units(ByteReader sample, int lengthSize) throws Malformed {
    this.sample = sample;
    this.lengthSize = lengthSize;
    if (lengthSize == 4
        && sample.remaining() >= MIN_START_CODE_SAMPLE
        && sample.i32() == START_CODE
        && !isWholeUnit(sample.u8())) {
      throw new Malformed(
          sample.fromStart().offset(), "frames with start codes (Annex B) where lengths belong");
    }
    sample.seek(0);
  }

  /** Whether a unit of H.264 may have this byte alone: the end of a sequence or stream. */
  private static boolean isWholeUnit(int header) {
    return header == 10 || header == 11;
  }

  /** Returns the unit's bytes, as far as they are there; null after the last. */
  @Nullable ByteReader next() throws Malformed {
    while (sample.remaining() > lengthSize) {
      long length = 0;
      for (int i = 0; i < lengthSize; i++) {
        length = length << 8 | sample.u8();
      }
      if (length > 0) {
        return sample.slice((int) Math.min(length, sample.remaining()));
      }
    }
    return null;
  }

  /**
   * Reads the size of the lengths, in bytes, from a decoder configuration.
   *
   * @param at position of the byte whose last two bits state it
   */
  static int lengthSize(SampleEntry entry, String configurationType, int at) {
    byte[] configuration = entry.configurations().get(configurationType);
    return configuration == null || at >= configuration.length ? 4 : (configuration[at] & 3) + 1;
  }
}
