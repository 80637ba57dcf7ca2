package dev.darkroom.codec.webp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes chunks of WebP files for tests. */
public final class WebpBytes {
  public static final int DISPOSED = 1;
  public static final int NOT_BLENDED = 2;

  private WebpBytes() {}

  public static byte[] riff(byte[]... chunks) {
    return chunk("RIFF", concat("WEBP".getBytes(StandardCharsets.US_ASCII), concat(chunks)));
  }

  /** Returns a VP8X chunk with the flags for animation and alpha. */
  public static byte[] vp8x(int width, int height) {
    return chunk("VP8X", concat(new byte[] {0x12, 0, 0, 0}, u24(width - 1), u24(height - 1)));
  }

  public static byte[] anim(int background, int loops) {
    return chunk(
        "ANIM",
        new byte[] {
          (byte) background,
          (byte) (background >> 8),
          (byte) (background >> 16),
          (byte) (background >> 24),
          (byte) loops,
          (byte) (loops >> 8)
        });
  }

  public static byte[] anmf(
      int x, int y, int width, int height, int millis, int flags, byte[] bitstream) {
    return chunk(
        "ANMF",
        concat(
            u24(x / 2),
            u24(y / 2),
            u24(width - 1),
            u24(height - 1),
            u24(millis),
            new byte[] {(byte) flags},
            bitstream));
  }

  static byte[] chunk(String type, byte[] body) {
    byte[] length = {
      (byte) body.length,
      (byte) (body.length >> 8),
      (byte) (body.length >> 16),
      (byte) (body.length >> 24)
    };
    byte[] header = concat(type.getBytes(StandardCharsets.US_ASCII), length, body);
    return body.length % 2 == 0 ? header : Arrays.copyOf(header, header.length + 1);
  }

  /** Returns the chunks of a simple file, as a frame contains them. */
  public static byte[] bitstream(byte[] simpleFile) {
    return Arrays.copyOfRange(simpleFile, 12, simpleFile.length);
  }

  private static byte[] u24(int value) {
    return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16)};
  }

  private static byte[] concat(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
