package dev.darkroom.codec.profile;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.SampleEntry;
import org.jspecify.annotations.Nullable;

/** Names HEVC's profiles and levels (H.265, annex A), from {@code hvcC} (14496-15, 8.3.3.1). */
final class Hevc {
  private static final int HIGH_TIER = 0x20;

  private Hevc() {}

  static CodecProfile profile(ByteReader hvcC, SampleEntry.@Nullable Color color) throws Malformed {
    int first = hvcC.skip(1).u8();
    int level = hvcC.skip(4 + 6).u8();
    int chroma = hvcC.skip(2 + 1).u8() & 3;
    int luma = 8 + (hvcC.u8() & 7);
    int depth = Math.max(luma, 8 + (hvcC.u8() & 7));
    String name =
        switch (first & 31) {
          case 1 -> "Main";
          case 2 -> "Main 10";
          case 3 -> "Main Still Picture";
          case 4 -> "Range Extensions";
          case 9 -> "Screen Content";
          default -> "Profile " + (first & 31);
        };
    // general_level_idc is thirty times the level (A.4.1).
    String words = name + " " + level / 30 + "." + level % 30 / 3;
    return CodecProfile.picture(
        (first & HIGH_TIER) != 0 ? words + ", high tier" : words, depth, chroma, color);
  }
}
