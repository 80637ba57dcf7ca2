package dev.darkroom.bench.image;

import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.header.Profile;
import dev.darkroom.codec.inspect.HeaderParser;
import dev.darkroom.fixtures.Golden;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes the JPEG segments that a phone puts before the pixels. */
final class Segments {
  private static final int APP1 = 0xffe1;
  private static final int APP2 = 0xffe2;
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ICC = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);

  private Segments() {}

  /** Adds Exif orientation 6 (a quarter turn) and a Display P3 profile. */
  static byte[] asPhone(byte[] jpeg) {
    byte[] profile = displayP3();
    byte[] exif = orientation(6);
    return ByteBuffer.allocate(
            jpeg.length + 2 * 4 + EXIF.length + exif.length + ICC.length + 2 + profile.length)
        .put(jpeg, 0, 2)
        .putShort((short) APP1)
        .putShort((short) (2 + EXIF.length + exif.length))
        .put(EXIF)
        .put(exif)
        .putShort((short) APP2)
        .putShort((short) (2 + ICC.length + 2 + profile.length))
        .put(ICC)
        .put(new byte[] {1, 1})
        .put(profile)
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  /** Writes a header and a directory of one entry (TIFF 6.0, section 2). */
  private static byte[] orientation(int orientation) {
    return ByteBuffer.allocate(8 + 2 + 12 + 4)
        .put(new byte[] {'M', 'M', 0, 42})
        .putInt(8)
        .putShort((short) 1)
        .putShort((short) 0x0112)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) orientation)
        .array();
  }

  private static byte[] displayP3() {
    var inspection = HeaderParser.JPEG.inspect(Golden.of("jpeg/profile-p3.jpg").bytes(), true);
    if (inspection instanceof Header header
        && header.color().profile() instanceof Profile.Icc(byte[] bytes)) {
      return bytes;
    }
    throw new IllegalStateException("no profile: " + inspection);
  }
}
