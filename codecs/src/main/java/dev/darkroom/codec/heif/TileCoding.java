package dev.darkroom.codec.heif;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Av1Config;
import dev.darkroom.codec.mp4.HevcConfig;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How tiles are coded.
 *
 * @param type of the items: {@code hvc1}, {@code av01} or {@code avc1}
 * @param configuration payload of {@code hvcC}, {@code av1C} or {@code avcC}
 * @param bits per sample of the deepest channel
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes that nobody compares
public record TileCoding(String type, byte[] configuration, int bits, Chroma chroma) {
  /** Resolution of chroma relative to luma. */
  public enum Chroma {
    NONE,
    HALF_BOTH_WAYS,
    HALF_ACROSS,
    FULL;

    /** Returns the resolution by chroma_format_idc (ITU-T H.265, table 6-1). */
    static Chroma of(int chromaFormat) {
      return switch (chromaFormat) {
        case 0 -> NONE;
        case 1 -> HALF_BOTH_WAYS;
        case 2 -> HALF_ACROSS;
        default -> FULL;
      };
    }
  }

  /** Names the configuration box of a type of items; empty if the type is not known here. */
  static Optional<String> configurationType(String type) {
    return switch (type) {
      case "hvc1", "hev1" -> Optional.of("hvcC");
      case "av01" -> Optional.of("av1C");
      case "avc1" -> Optional.of("avcC");
      default -> Optional.empty();
    };
  }

  /**
   * Reads a configuration, of which a sequence header may know better.
   *
   * @param box payload of the configuration box
   */
  static TileCoding of(String type, ByteReader box, @Nullable SequenceHeader header)
      throws Malformed {
    byte[] configuration = box.fromStart().bytes(box.length());
    if (header != null) {
      return new TileCoding(type, configuration, header.bits(), header.chroma());
    }
    ByteReader in = new ByteReader(configuration);
    return switch (type) {
      case "av01" -> {
        Av1Config config = Av1Config.read(in);
        yield new TileCoding(
            type, configuration, config.bitDepth(), Chroma.of(config.chromaFormat()));
      }
      case "avc1" -> new TileCoding(type, configuration, Byte.SIZE, Chroma.HALF_BOTH_WAYS);
      default -> {
        HevcConfig config = HevcConfig.read(in);
        yield new TileCoding(
            type, configuration, config.bitDepth(), Chroma.of(config.chromaFormat()));
      }
    };
  }
}
