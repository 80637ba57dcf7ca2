package dev.darkroom.codec.profile;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.SampleEntry;
import org.jspecify.annotations.Nullable;

/**
 * How a track is coded.
 *
 * @param words profile and level, like {@code High 4.0}; absent where the set-up does not say
 * @param bitDepth of a picture's sample, 0 where it does not say
 * @param chroma like {@code 4:2:0}; absent where it does not say
 * @param color code points of ITU-T H.273, the stream's own where the set-up has them; absent where
 *     nothing says
 * @param sound absent of pictures
 */
public record CodecProfile(
    @Nullable String words,
    int bitDepth,
    @Nullable String chroma,
    SampleEntry.@Nullable Color color,
    SampleEntry.@Nullable Sound sound) {

  /** What can be told; little of a set-up that is missing or damaged. */
  public static CodecProfile of(SampleEntry entry) {
    CodecProfile container = new CodecProfile(null, 0, null, entry.color(), entry.sound());
    try {
      return switch (entry.format()) {
        case "avc1", "avc2", "avc3", "avc4" -> Avc.profile(bytes(entry, "avcC"), entry.color());
        case "hvc1", "hev1", "dvh1", "dvhe" -> Hevc.profile(in(entry, "hvcC"), entry.color());
        case "av01" -> Av1.profile(in(entry, "av1C"), entry.color());
        case "vp08", "vp09" -> Vp.profile(in(entry, "vpcC"));
        case "ac-3" -> Ac3.profile(in(entry, "dac3"), 0, container);
        case "ec-3" -> Ac3.profile(in(entry, "dec3"), Ac3.ENHANCED_HEAD, container);
        case "mp4a" -> Aac.profile(in(entry, "esds"), container);
        default -> container;
      };
    } catch (Malformed e) {
      return container;
    }
  }

  private static ByteReader in(SampleEntry entry, String box) throws Malformed {
    return new ByteReader(bytes(entry, box));
  }

  private static byte[] bytes(SampleEntry entry, String box) throws Malformed {
    byte[] bytes = entry.configurations().get(box);
    if (bytes == null) {
      throw new Malformed(0, "no " + box);
    }
    return bytes;
  }

  static CodecProfile picture(
      String words, int bitDepth, int chromaFormat, SampleEntry.@Nullable Color color) {
    String chroma =
        switch (chromaFormat) {
          case 0 -> "4:0:0";
          case 1 -> "4:2:0";
          case 2 -> "4:2:2";
          default -> "4:4:4";
        };
    return new CodecProfile(words, bitDepth, chroma, color, null);
  }
}
