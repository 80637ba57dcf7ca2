package dev.darkroom.video;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Takes boxes apart and puts them together, for files that no tool writes. */
final class BoxBytes {
  private BoxBytes() {}

  static String type(byte[] box) {
    return new String(box, 4, 4, ISO_8859_1);
  }

  static byte[] box(String type, byte[] payload) {
    return ByteBuffer.allocate(8 + payload.length)
        .putInt(8 + payload.length)
        .put(type.getBytes(ISO_8859_1))
        .put(payload)
        .array();
  }

  static byte[] join(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
