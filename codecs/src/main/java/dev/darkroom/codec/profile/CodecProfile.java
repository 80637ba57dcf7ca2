package dev.darkroom.codec.profile;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.SampleEntry;
import org.jspecify.annotations.Nullable;

/**
 * How a track is coded.
 *
 * @param words profile and level, such as {@code High 4.0}; null if unknown
 * @param bitDepth bits per sample of pictures; 0 if unknown
 * @param chroma subsampling, such as {@code 4:2:0}; null if unknown
 * @param color code points of ITU-T H.273, by the stream if it states them, otherwise by the
 *     container; null if neither does
 * @param sound null for pictures
 */
public record CodecProfile(
    @Nullable String words,
    int bitDepth,
    @Nullable String chroma,
    SampleEntry.@Nullable Color color,
    SampleEntry.@Nullable Sound sound) {

  /** Reads an entry's configuration; falls back to the container's facts if it is damaged. */
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
