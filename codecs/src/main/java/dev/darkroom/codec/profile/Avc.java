package dev.darkroom.codec.profile;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.h264.AvcConfig;
import dev.darkroom.codec.h264.Sps;
import dev.darkroom.codec.h264.Vui;
import dev.darkroom.codec.mp4.SampleEntry;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Names H.264's profiles and levels (ITU-T H.264, annex A), from {@code avcC}. */
final class Avc {
  private static final int UNSPECIFIED = 2;
  private static final int CONSTRAINT_SET1 = 0x40;
  private static final int CONSTRAINT_SET3 = 0x10;

  private Avc() {}

  static CodecProfile profile(byte[] avcC, SampleEntry.@Nullable Color container) throws Malformed {
    AvcConfig config = AvcConfig.parse(avcC);
    Sps sps = config.sps().values().stream().min(Comparator.comparingInt(Sps::id)).orElse(null);
    String words = words(avcC[1] & 0xff, avcC[2] & 0xff, avcC[3] & 0xff);
    if (sps == null) {
      return new CodecProfile(words, 0, null, container, null);
    }
    return CodecProfile.picture(
        words, sps.bitDepth(), sps.chromaFormat(), color(sps.vui(), container));
  }

  /** Prefers the stream's color, which decoders go by; falls back to the container's. */
  private static SampleEntry.@Nullable Color color(Vui vui, SampleEntry.@Nullable Color container) {
    if (vui.matrix() != UNSPECIFIED || vui.transfer() != UNSPECIFIED || vui.fullRange()) {
      return new SampleEntry.Color(vui.primaries(), vui.transfer(), vui.matrix(), vui.fullRange());
    }
    return container;
  }

  /** Names profile and level (A.2, A.3.1). Level 1b is number 9, or 11 with a constraint. */
  private static String words(int profile, int constraints, int level) {
    boolean oneB =
        level == 9
            || (level == 11
                && (constraints & CONSTRAINT_SET3) != 0
                && (profile == 66 || profile == 77 || profile == 88));
    String name =
        switch (profile) {
          case 66 -> (constraints & CONSTRAINT_SET1) != 0 ? "Constrained Baseline" : "Baseline";
          case 77 -> "Main";
          case 88 -> "Extended";
          case 100 -> "High";
          case 110 -> (constraints & CONSTRAINT_SET3) != 0 ? "High 10 Intra" : "High 10";
          case 122 -> (constraints & CONSTRAINT_SET3) != 0 ? "High 4:2:2 Intra" : "High 4:2:2";
          case 244 -> "High 4:4:4 Predictive";
          case 44 -> "CAVLC 4:4:4 Intra";
          default -> "Profile " + profile;
        };
    return name + " " + (oneB ? "1b" : level / 10 + "." + level % 10);
  }
}
