package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;

/**
 * The content of {@code av1C} (AV1 Codec ISO Media File Format Binding, 2.3.3).
 *
 * @param profile seq_profile
 * @param level seq_level_idx of the first operating point
 * @param highTier seq_tier of the first operating point
 * @param bitDepth bits per sample: 8, 10 or 12
 * @param chromaFormat 0 for none, 1 for 4:2:0, 2 for 4:2:2, 3 for 4:4:4
 */
public record Av1Config(int profile, int level, boolean highTier, int bitDepth, int chromaFormat) {
  private static final int PROFESSIONAL = 2;

  /** Reads the payload of the box. */
  public static Av1Config read(ByteReader in) throws Malformed {
    int profileAndLevel = in.skip(1).u8();
    int flags = in.u8();
    int profile = profileAndLevel >> 5;
    boolean highDepth = (flags & 0x40) != 0;
    boolean twelve = (flags & 0x20) != 0;
    boolean monochrome = (flags & 0x10) != 0;
    boolean halfWidth = (flags & 0x08) != 0;
    boolean halfHeight = (flags & 0x04) != 0;
    return new Av1Config(
        profile,
        profileAndLevel & 31,
        (flags & 0x80) != 0,
        !highDepth ? 8 : profile == PROFESSIONAL && twelve ? 12 : 10,
        monochrome ? 0 : !halfWidth ? 3 : halfHeight ? 1 : 2);
  }
}
