package dev.darkroom.image.decode;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.jpeg.JpegSegments;
import java.io.ByteArrayOutputStream;

/**
 * Strips metadata from a JPEG, because the JDK's reader fails on damaged profiles and previews,
 * which it does not need.
 */
final class BareJpeg {
  private static final int APP0 = 0xe0;
  private static final int APP14 = 0xee;
  private static final int APP15 = 0xef;
  private static final int COMMENT = 0xfe;

  private BareJpeg() {}

  /** Copies the file without comments and applications' segments, but with JFIF's and Adobe's. */
  static byte[] of(byte[] file) throws Malformed {
    JpegSegments segments = JpegSegments.open(new Head(file, true));
    var out = new ByteArrayOutputStream(file.length);
    out.write(0xff);
    out.write(JpegSegments.SOI);
    int code = segments.next();
    while (code != JpegSegments.SOS) {
      if (code == JpegSegments.EOI) {
        throw new Malformed(segments.start(), "no scan");
      }
      ByteReader parameters = segments.parameters();
      if (isWanted(code, parameters)) {
        int length = (int) (segments.end() - segments.start());
        out.write(file, (int) segments.start(), length);
      }
      code = segments.next();
    }
    int scans = (int) segments.start();
    out.write(file, scans, file.length - scans);
    return out.toByteArray();
  }

  private static boolean isWanted(int code, ByteReader parameters) throws Malformed {
    String name = parameters.text(Math.min(5, parameters.remaining()));
    return switch (code) {
      case APP0 -> name.equals("JFIF\0");
      case APP14 -> name.equals("Adobe");
      case COMMENT -> false;
      default -> code < APP0 || code > APP15;
    };
  }
}
