package dev.darkroom.codec.heif;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Av1Config;
import dev.darkroom.codec.mp4.HevcConfig;

/**
 * How tiles are coded.
 *
 * @param type of the items: {@code hvc1} or {@code av01}
 * @param configuration payload of {@code hvcC} or {@code av1C}
 * @param bits per sample of the deepest channel
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes that nobody compares
public record TileCoding(String type, byte[] configuration, int bits, Chroma chroma) {
  /** Resolution of chroma relative to luma, in the order of chroma_format_idc. */
  public enum Chroma {
    NONE,
    HALF_BOTH_WAYS,
    HALF_ACROSS,
    FULL
  }

  static TileCoding hevc(ByteReader hvcC) throws Malformed {
    HevcConfig config = HevcConfig.read(hvcC.fromStart());
    return of("hvc1", hvcC, config.bitDepth(), config.chromaFormat());
  }

  static TileCoding av1(ByteReader av1C) throws Malformed {
    Av1Config config = Av1Config.read(av1C.fromStart());
    return of("av01", av1C, config.bitDepth(), config.chromaFormat());
  }

  private static TileCoding of(String type, ByteReader box, int bits, int chromaFormat)
      throws Malformed {
    return new TileCoding(type, box.bytes(box.remaining()), bits, Chroma.values()[chromaFormat]);
  }
}
