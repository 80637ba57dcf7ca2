package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;

/**
 * The content of {@code hvcC} (ISO/IEC 14496-15, 8.3.3.1), as far as it describes pictures.
 *
 * @param profile general_profile_idc
 * @param level general_level_idc, thirty times the level's number
 * @param highTier general_tier_flag
 * @param bitDepth bits per sample of luma or chroma, whichever has more
 * @param chromaFormat 0 for none, 1 for 4:2:0, 2 for 4:2:2, 3 for 4:4:4
 */
public record HevcConfig(int profile, int level, boolean highTier, int bitDepth, int chromaFormat) {

  /** Reads the payload of the box. */
  public static HevcConfig read(ByteReader in) throws Malformed {
    int profile = in.skip(1).u8();
    int level = in.skip(4 + 6).u8();
    int chroma = in.skip(2 + 1).u8() & 3;
    int lumaDepth = 8 + (in.u8() & 7);
    int chromaDepth = 8 + (in.u8() & 7);
    return new HevcConfig(
        profile & 31, level, (profile & 32) != 0, Math.max(lumaDepth, chromaDepth), chroma);
  }
}
