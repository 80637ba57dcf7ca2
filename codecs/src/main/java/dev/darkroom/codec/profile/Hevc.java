package dev.darkroom.codec.profile;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.HevcConfig;
import dev.darkroom.codec.mp4.SampleEntry;
import org.jspecify.annotations.Nullable;

/** Names HEVC's profiles and levels (H.265, annex A), from {@code hvcC} (14496-15, 8.3.3.1). */
final class Hevc {
  private Hevc() {}

  static CodecProfile profile(ByteReader hvcC, SampleEntry.@Nullable Color color) throws Malformed {
    HevcConfig config = HevcConfig.read(hvcC);
    String name =
        switch (config.profile()) {
          case 1 -> "Main";
          case 2 -> "Main 10";
          case 3 -> "Main Still Picture";
          case 4 -> "Range Extensions";
          case 9 -> "Screen Content";
          default -> "Profile " + config.profile();
        };
    // general_level_idc is thirty times the level (A.4.1).
    String words = name + " " + config.level() / 30 + "." + config.level() % 30 / 3;
    return CodecProfile.picture(
        config.highTier() ? words + ", high tier" : words,
        config.bitDepth(),
        config.chromaFormat(),
        color);
  }
}
