package dev.darkroom.codec.profile;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Av1Config;
import dev.darkroom.codec.mp4.SampleEntry;
import org.jspecify.annotations.Nullable;

/** Names AV1's profiles and levels (annex A), from {@code av1C} (AV1 in ISOBMFF, 2.3). */
final class Av1 {
  private static final int ANY_LEVEL = 31;

  private Av1() {}

  static CodecProfile profile(ByteReader av1C, SampleEntry.@Nullable Color color) throws Malformed {
    Av1Config config = Av1Config.read(av1C);
    int level = config.level();
    String name =
        switch (config.profile()) {
          case 0 -> "Main";
          case 1 -> "High";
          case 2 -> "Professional";
          default -> "Profile " + config.profile();
        };
    String words = level == ANY_LEVEL ? name : name + " " + (2 + (level >> 2)) + "." + (level & 3);
    return CodecProfile.picture(
        config.highTier() ? words + ", high tier" : words,
        config.bitDepth(),
        config.chromaFormat(),
        color);
  }
}
