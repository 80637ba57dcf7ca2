package dev.darkroom.codec.h264;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A unit of an H.264 stream (7.3.1).
 *
 * @param type nal_unit_type (table 7-1)
 * @param refIdc 0 for pictures that no other picture refers to
 * @param payload RBSP, without emulation prevention bytes
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes that nobody compares
public record NalUnit(int type, int refIdc, byte[] payload) {
  public static final int SLICE = 1;
  public static final int SLICE_PARTITION_A = 2;
  public static final int IDR_SLICE = 5;
  public static final int SPS = 7;
  public static final int PPS = 8;

  /** More units than any encoder makes of a picture: a slice per macroblock row and some more. */
  private static final int MAX_UNITS = 512;

  /** Reads the bytes of a unit, or its first ones. */
  public static NalUnit parse(ByteReader in) throws Malformed {
    int header = in.u8();
    if ((header & 0x80) != 0) {
      throw new Malformed(in.offset(), "forbidden_zero_bit is set");
    }
    byte[] payload = unescape(in.bytes(in.remaining()));
    return new NalUnit(header & 31, header >> 5, payload);
  }

  /**
   * Splits a sample into its units, each of which follows its length (ISO/IEC 14496-15, 5.3.4.2.1).
   *
   * @param lengthSize size of the length field, in bytes
   */
  public static List<NalUnit> split(ByteReader sample, int lengthSize) throws Malformed {
    var units = new ArrayList<NalUnit>();
    while (sample.remaining() > lengthSize) {
      long length =
          switch (lengthSize) {
            case 1 -> sample.u8();
            case 2 -> sample.u16();
            case 3 -> sample.u24();
            default -> sample.u32();
          };
      sample.require(length);
      if (length == 0) {
        continue;
      }
      if (units.size() == MAX_UNITS) {
        throw new Malformed(sample.offset(), "more than " + MAX_UNITS + " units in a picture");
      }
      units.add(parse(sample.slice((int) length)));
    }
    return units;
  }

  /** Drops each 3 that follows two zeros (7.4.1; H.265, 7.4.2); changes the given bytes. */
  public static byte[] unescape(byte[] bytes) {
    int to = 0;
    int zeros = 0;
    for (byte b : bytes) {
      if (zeros >= 2 && b == 3) {
        zeros = 0;
      } else {
        bytes[to++] = b;
        zeros = b == 0 ? zeros + 1 : 0;
      }
    }
    return Arrays.copyOf(bytes, to);
  }
}
