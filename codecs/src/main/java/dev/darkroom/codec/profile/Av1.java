package dev.darkroom.codec.profile;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.SampleEntry;
import org.jspecify.annotations.Nullable;

/** Names AV1's profiles and levels (annex A), from {@code av1C} (AV1 in ISOBMFF, 2.3). */
final class Av1 {
  private static final int ANY_LEVEL = 31;

  private Av1() {}

  static CodecProfile profile(ByteReader av1C, SampleEntry.@Nullable Color color) throws Malformed {
    int profileAndLevel = av1C.skip(1).u8();
    int flags = av1C.u8();
    int profile = profileAndLevel >> 5;
    int level = profileAndLevel & 31;
    String name =
        switch (profile) {
          case 0 -> "Main";
          case 1 -> "High";
          case 2 -> "Professional";
          default -> "Profile " + profile;
        };
    String words = level == ANY_LEVEL ? name : name + " " + (2 + (level >> 2)) + "." + (level & 3);
    boolean high = (flags & 0x40) != 0;
    int depth = !high ? 8 : profile == 2 && (flags & 0x20) != 0 ? 12 : 10;
    int chroma = (flags & 0x10) != 0 ? 0 : (flags & 8) == 0 ? 3 : (flags & 4) == 0 ? 2 : 1;
    return CodecProfile.picture(
        (flags & 0x80) != 0 ? words + ", high tier" : words, depth, chroma, color);
  }
}
