package dev.darkroom.codec.heif;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;

/**
 * How tiles are coded.
 *
 * @param type of the items: {@code hvc1} or {@code av01}
 * @param configuration payload of {@code hvcC} or {@code av1C}
 * @param bits per sample
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes that nobody compares
public record TileCoding(String type, byte[] configuration, int bits, Chroma chroma) {
  /** Resolution of chroma relative to luma. */
  public enum Chroma {
    NONE,
    HALF_BOTH_WAYS,
    HALF_ACROSS,
    FULL
  }

  /** Reads {@code hvcC} (ISO/IEC 14496-15, 8.3.3.1). */
  static TileCoding hevc(ByteReader hvcC) throws Malformed {
    byte[] configuration = hvcC.bytes(hvcC.remaining());
    ByteReader in = new ByteReader(configuration);
    int chroma = in.seek(16).u8() & 3;
    int bits = (in.u8() & 7) + 8;
    return new TileCoding("hvc1", configuration, bits, Chroma.values()[chroma]);
  }

  /** Reads {@code av1C} (AV1 Codec ISO Media File Format Binding, 2.3.3). */
  static TileCoding av1(ByteReader av1C) throws Malformed {
    byte[] configuration = av1C.bytes(av1C.remaining());
    int flags = new ByteReader(configuration).seek(2).u8();
    boolean high = (flags & 0x40) != 0;
    boolean twelve = (flags & 0x20) != 0;
    int bits = !high ? 8 : twelve ? 12 : 10;
    boolean across = (flags & 0x08) != 0;
    boolean down = (flags & 0x04) != 0;
    Chroma chroma = across ? (down ? Chroma.HALF_BOTH_WAYS : Chroma.HALF_ACROSS) : Chroma.FULL;
    return new TileCoding("av01", configuration, bits, (flags & 0x10) != 0 ? Chroma.NONE : chroma);
  }
}
