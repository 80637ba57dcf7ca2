package dev.darkroom.image.decode;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.io.ByteArrayOutputStream;

/**
 * A JPEG without what is not pixels: the JDK's reader stumbles over damaged profiles and previews,
 * which are of no use to it.
 */
final class BareJpeg {
  private static final int SOI = 0xd8;
  private static final int SOS = 0xda;
  private static final int APP0 = 0xe0;
  private static final int APP14 = 0xee;
  private static final int APP15 = 0xef;
  private static final int COMMENT = 0xfe;

  private BareJpeg() {}

  /** ITU-T T.81, B.1.1.4: segments up to the first scan; of applications', JFIF's and Adobe's. */
  static byte[] of(byte[] file) throws Malformed {
    var in = new ByteReader(file).skip(2);
    var out = new ByteArrayOutputStream(file.length);
    out.write(0xff);
    out.write(SOI);
    while (true) {
      int code = marker(in);
      if (code == SOS) {
        int from = in.position() - 2;
        out.write(file, from, file.length - from);
        return out.toByteArray();
      }
      if (code <= 0x01 || (code >= 0xd0 && code <= SOI)) {
        continue; // B.1.1.3: these stand alone.
      }
      int from = in.position() - 2;
      int length = in.u16();
      if (length < 2) {
        throw new Malformed(in.offset(), "a segment shorter than its length");
      }
      String name = in.fromStart().skip(in.position()).text(Math.min(5, length - 2));
      in.skip(length - 2);
      if (isWanted(code, name)) {
        out.write(file, from, 2 + length);
      }
    }
  }

  private static boolean isWanted(int code, String name) {
    return switch (code) {
      case APP0 -> name.equals("JFIF\0");
      case APP14 -> name.equals("Adobe");
      case COMMENT -> false;
      default -> code < APP0 || code > APP15;
    };
  }

  private static int marker(ByteReader in) throws Malformed {
    while (in.u8() != 0xff) {
      // B.1.1.2: decoders pass over other bytes.
    }
    int code = in.u8();
    while (code == 0xff) {
      code = in.u8();
    }
    return code;
  }
}
