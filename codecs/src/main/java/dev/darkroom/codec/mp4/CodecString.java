package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.util.Map;

/** Derives the {@code codecs} parameter (RFC 6381) of a sample entry. */
final class CodecString {
  private CodecString() {}

  /** Returns the format alone if the codec's configuration is missing or too short. */
  static String of(String format, Map<String, byte[]> configurations) {
    try {
      return switch (format) {
        case "avc1", "avc2", "avc3", "avc4" -> avc(format, in(configurations, "avcC"));
        case "hvc1", "hev1" -> hevc(format, in(configurations, "hvcC"));
        case "av01" -> av1(in(configurations, "av1C"));
        case "vp08", "vp09" -> vp(format, in(configurations, "vpcC"));
        case "mp4a", "mp4v" -> Descriptors.codec(format, in(configurations, "esds"));
        default -> format.strip();
      };
    } catch (Malformed e) {
      return format.strip();
    }
  }

  private static ByteReader in(Map<String, byte[]> configurations, String type) {
    byte[] bytes = configurations.get(type);
    return new ByteReader(bytes == null ? new byte[0] : bytes);
  }

  /** Formats profile, constraints and level in hex (RFC 6381, 3.3). */
  private static String avc(String format, ByteReader in) throws Malformed {
    return "%s.%06x".formatted(format, in.skip(1).u24());
  }

  /** Formats profile, compatibility, tier, level and constraints (ISO/IEC 14496-15, E.3). */
  private static String hevc(String format, ByteReader in) throws Malformed {
    int profile = in.skip(1).u8();
    long compatibility = Integer.toUnsignedLong(Integer.reverse(in.i32()));
    byte[] constraints = in.bytes(6);
    int level = in.u8();
    var text = new StringBuilder(format).append('.');
    text.append(new String[] {"", "A", "B", "C"}[profile >> 6]).append(profile & 31);
    text.append('.').append(Long.toHexString(compatibility));
    text.append('.').append((profile & 32) != 0 ? 'H' : 'L').append(level);
    int last = constraints.length - 1;
    while (last >= 0 && constraints[last] == 0) {
      last--;
    }
    for (int i = 0; i <= last; i++) {
      text.append('.').append(Integer.toHexString(constraints[i] & 0xff));
    }
    return text.toString();
  }

  /** Formats profile, level, tier and depth (AV1 Codec ISO Media File Format Binding, 5). */
  private static String av1(ByteReader in) throws Malformed {
    Av1Config config = Av1Config.read(in);
    return "av01.%d.%02d%s.%02d"
        .formatted(
            config.profile(), config.level(), config.highTier() ? "H" : "M", config.bitDepth());
  }

  /** Formats profile, level and depth (VP Codec ISO Media File Format Binding). */
  private static String vp(String format, ByteReader in) throws Malformed {
    int profile = in.skip(4).u8();
    int level = in.u8();
    return "%s.%02d.%02d.%02d".formatted(format, profile, level, in.u8() >> 4);
  }
}
