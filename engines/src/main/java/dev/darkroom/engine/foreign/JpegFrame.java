package dev.darkroom.engine.foreign;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;

/**
 * The frame header of a JPEG file (ITU-T T.81, B.2.2) as libjpeg will find it: the same walk from
 * marker to marker, so that what is checked here is what is decoded there.
 *
 * @param coding the code of its SOF marker
 * @param precision bits a sample
 */
record JpegFrame(int coding, int precision, int width, int height, int components) {
  private static final int SOI = 0xd8;
  private static final int EOI = 0xd9;
  private static final int SOS = 0xda;

  static JpegFrame read(byte[] file) throws Malformed {
    var in = new ByteReader(file);
    if (in.u8() != 0xff || in.u8() != SOI) {
      throw new Malformed(0, "no JPEG");
    }
    while (true) {
      int marker = marker(in);
      switch (marker) {
        case 0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf -> {
          return frame(marker, in.slice(Math.max(0, in.u16() - 2)));
        }
        case SOI, EOI, SOS ->
            throw new Malformed(in.offset() - 2, "no frame header before its data");
        // B.1.1.4: restart markers and TEM have no parameters.
        case 0x01, 0xd0, 0xd1, 0xd2, 0xd3, 0xd4, 0xd5, 0xd6, 0xd7 -> {}
        default -> in.skip(in.u16() - 2);
      }
    }
  }

  private static JpegFrame frame(int marker, ByteReader in) throws Malformed {
    int precision = in.u8();
    int height = in.u16();
    int width = in.u16();
    return new JpegFrame(marker, precision, width, height, in.u8());
  }

  /** B.1.1.2: any number of fill bytes; libjpeg also passes over what lies between segments. */
  private static int marker(ByteReader in) throws Malformed {
    while (true) {
      while (in.u8() != 0xff) {
        // not a marker yet
      }
      int code = in.u8();
      while (code == 0xff) {
        code = in.u8();
      }
      if (code != 0) {
        return code;
      }
    }
  }

  /** What keeps it from being decoded here; empty if nothing does. */
  String obstacle() {
    return switch (coding) {
      case 0xc0, 0xc1, 0xc2, 0xc9, 0xca ->
          precision != 8
              ? precision + " bits a sample"
              : components != 1 && components != 3 ? components + " color components" : "";
      default -> "coding process SOF" + (coding - 0xc0);
    };
  }
}
