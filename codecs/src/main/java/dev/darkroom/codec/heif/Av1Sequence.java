package dev.darkroom.codec.heif;

import dev.darkroom.codec.BitReader;
import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.heif.TileCoding.Chroma;
import dev.darkroom.codec.mp4.SampleEntry.Color;
import java.util.Arrays;

/** Reads sequence_header_obu (AV1 Bitstream and Decoding Process Specification, 5.5). */
final class Av1Sequence {
  private static final int CONFIGURATION_HEADER = 4;
  private static final int SEQUENCE_HEADER = 1;
  private static final int PROFESSIONAL = 2;

  /** Value of seq_force_screen_content_tools if frames choose. */
  private static final int SELECT = 2;

  private final BitReader in;
  private boolean reduced;

  private Av1Sequence(byte[] header) {
    in = new BitReader(header);
  }

  /** Finds the header in {@code av1C}, else among an item's first bytes. */
  static SequenceHeader read(byte[] av1C, byte[] start) throws Malformed {
    byte[] units =
        Arrays.copyOfRange(av1C, Math.min(CONFIGURATION_HEADER, av1C.length), av1C.length);
    byte[] header = find(units.length > 0 ? units : start);
    return new Av1Sequence(header.length > 0 ? header : find(start)).read();
  }

  /** Returns the payload of the first sequence header, as far as it was given (5.3). */
  private static byte[] find(byte[] units) throws Malformed {
    var in = new ByteReader(units);
    while (in.remaining() > 1) {
      int head = in.u8();
      if ((head & 4) != 0) {
        in.skip(1);
      }
      long size = (head & 2) != 0 ? leb128(in) : in.remaining();
      int given = (int) Math.min(size, in.remaining());
      if ((head >> 3 & 15) == SEQUENCE_HEADER) {
        return in.bytes(given);
      }
      in.skip(given);
    }
    return new byte[0];
  }

  private static long leb128(ByteReader in) throws Malformed {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      int b = in.u8();
      value |= (b & 0x7fL) << (7 * i);
      if (b < 0x80) {
        break;
      }
    }
    return value;
  }

  private SequenceHeader read() throws Malformed {
    int profile = in.bits(3);
    in.skip(1);
    reduced = in.flag();
    if (reduced) {
      in.skip(5);
    } else {
      operatingPoints();
    }
    int widthBits = in.bits(4) + 1;
    int heightBits = in.bits(4) + 1;
    var size = new Size(in.bits(widthBits) + 1, in.bits(heightBits) + 1);
    if (!reduced && in.flag()) {
      in.skip(4 + 3);
    }
    in.skip(3);
    if (!reduced) {
      tools();
    }
    in.skip(3);
    return color(profile, size);
  }

  private void operatingPoints() throws Malformed {
    int delayBits = 0;
    if (in.flag()) {
      in.skip(32 + 32);
      if (in.flag()) {
        in.ue();
      }
      if (in.flag()) {
        delayBits = in.bits(5) + 1;
        in.skip(32 + 5 + 5);
      }
    }
    boolean hasDelays = in.flag();
    for (int left = in.bits(5); left >= 0; left--) {
      in.skip(12);
      in.skip(in.bits(5) > 7 ? 1 : 0);
      if (delayBits > 0 && in.flag()) {
        in.skip(2L * delayBits + 1);
      }
      if (hasDelays && in.flag()) {
        in.skip(4);
      }
    }
  }

  private void tools() throws Malformed {
    in.skip(4);
    boolean ordered = in.flag();
    in.skip(ordered ? 2 : 0);
    int screenContent = in.flag() ? SELECT : in.bits(1);
    if (screenContent > 0 && !in.flag()) {
      in.skip(1);
    }
    in.skip(ordered ? 3 : 0);
  }

  /** Reads color_config (5.5.2). */
  private SequenceHeader color(int profile, Size size) throws Malformed {
    boolean deep = in.flag();
    int bits = deep ? profile == PROFESSIONAL && in.flag() ? 12 : 10 : 8;
    boolean gray = profile != 1 && in.flag();
    int primaries = 2;
    int transfer = 2;
    int matrix = 2;
    if (in.flag()) {
      primaries = in.bits(8);
      transfer = in.bits(8);
      matrix = in.bits(8);
    }
    boolean srgb = !gray && primaries == 1 && transfer == 13 && matrix == 0;
    boolean full = srgb || in.flag();
    Chroma chroma = gray ? Chroma.NONE : srgb ? Chroma.FULL : chroma(profile, bits);
    return new SequenceHeader(
        size, size, bits, chroma, new Color(primaries, transfer, matrix, full));
  }

  private Chroma chroma(int profile, int bits) throws Malformed {
    if (profile < PROFESSIONAL) {
      return profile == 0 ? Chroma.HALF_BOTH_WAYS : Chroma.FULL;
    }
    boolean halfWidth = bits < 12 || in.flag();
    boolean halfHeight = bits == 12 && halfWidth && in.flag();
    return !halfWidth ? Chroma.FULL : halfHeight ? Chroma.HALF_BOTH_WAYS : Chroma.HALF_ACROSS;
  }
}
