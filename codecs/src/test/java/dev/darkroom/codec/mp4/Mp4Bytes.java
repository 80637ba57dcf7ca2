package dev.darkroom.codec.mp4;

import dev.darkroom.codec.Malformed;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes boxes, valid and invalid ones. */
final class Mp4Bytes {
  private Mp4Bytes() {}

  static byte[] box(String type, byte[]... payload) {
    byte[] content = join(payload);
    return join(u32(8 + content.length), type.getBytes(StandardCharsets.ISO_8859_1), content);
  }

  /**
   * Makes a box that starts with a version and flags.
   *
   * @param flags of 24 bits, after 8 bits of the version
   */
  static byte[] full(String type, int flags, byte[]... payload) {
    return box(type, u32(flags), join(payload));
  }

  static byte[] u32(long... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
    for (long value : values) {
      bytes.putInt((int) value);
    }
    return bytes.array();
  }

  static byte[] u64(long value) {
    return ByteBuffer.allocate(8).putLong(value).array();
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] join(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  /** Makes a movie header with a timescale of 600 ticks per second. */
  static byte[] mvhd(long duration) {
    return full("mvhd", 0, u32(0, 0, 600, duration), new byte[80]);
  }

  static byte[] tkhd(int id) {
    byte[] matrix = u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x4000_0000);
    return full("tkhd", 7, u32(0, 0, id, 0, 0), new byte[16], matrix, u32(64 << 16, 48 << 16));
  }

  /** Makes an entry of 64×48 pixels in H.263, which needs no decoder configuration. */
  static byte[] stsd() {
    byte[] size = ByteBuffer.allocate(4).putShort((short) 64).putShort((short) 48).array();
    return full(
        "stsd", 0, u32(1), box("s263", new byte[6], u16(1), new byte[16], size, new byte[50]));
  }

  private static byte[] u16(int value) {
    return ByteBuffer.allocate(2).putShort((short) value).array();
  }

  /** Makes a picture track with a timescale of 100 ticks per second. */
  static byte[] trak(int id, byte[]... tables) {
    return box(
        "trak",
        tkhd(id),
        box(
            "mdia",
            full("mdhd", 0, u32(0, 0, 100, 0, 0)),
            full("hdlr", 0, u32(0), text("vide"), new byte[13]),
            box("minf", box("stbl", join(tables)))));
  }

  /** Makes tables of five samples of 10 to 14 bytes, two per chunk; 1 and 4 are keyframes. */
  static byte[][] tables() {
    return new byte[][] {
      stsd(),
      full("stts", 0, u32(2, 2, 4, 3, 5)),
      full("stss", 0, u32(2, 1, 4)),
      full("stsc", 0, u32(2, 1, 2, 1, 3, 1, 1)),
      full("stsz", 0, u32(0, 5, 10, 11, 12, 13, 14)),
      full("stco", 0, u32(3, 1000, 2000, 3000))
    };
  }

  static byte[][] noSamples() {
    return new byte[][] {
      stsd(),
      full("stts", 0, u32(0)),
      full("stsc", 0, u32(0)),
      full("stsz", 0, u32(0, 0)),
      full("stco", 0, u32(0))
    };
  }

  static byte[] ftyp() {
    return box("ftyp", text("isom"), u32(0), text("isom"));
  }

  /** Lists all samples of a track. */
  static List<Sample> all(Samples samples) throws Malformed {
    var all = new ArrayList<Sample>();
    SampleCursor cursor = samples.cursor();
    for (Sample sample = cursor.next(); sample != null; sample = cursor.next()) {
      all.add(sample);
    }
    return all;
  }
}
