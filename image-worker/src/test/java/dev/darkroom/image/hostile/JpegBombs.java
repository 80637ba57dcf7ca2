package dev.darkroom.image.hostile;

import java.util.Arrays;

/** Builds JPEGs (ITU-T T.81). */
public final class JpegBombs {
  private static final int SOF0 = 0xc0;
  private static final int SOF2 = 0xc2;
  private static final int LARGEST_SEGMENT = 65_533;
  private static final byte[] END = {(byte) 0xff, (byte) 0xd9};

  private JpegBombs() {}

  /** Builds a frame header of one component, and a scan without data. */
  public static byte[] hollow(int width, int height) {
    return scan(start(SOF0, width, height), 0, 63).bytes(END).toByteArray();
  }

  /**
   * Builds a progressive gray picture: the first scan has the means, all others say in a few bytes
   * that every block's frequencies are zero, by end-of-band runs of 16,384 blocks and more
   * (G.1.2.2).
   */
  public static byte[] scans(int width, int height, int count) {
    Bytes out = start(SOF2, width, height);
    int blocks = ((width + 7) / 8) * ((height + 7) / 8);
    // A code of one bit, a zero: the mean does not change.
    scan(out, 0, 0).zeroes(blocks / 8).u8(0);
    byte[] run = endOfBands(blocks);
    for (int i = 1; i < count; i++) {
      scan(out, 1, 63).bytes(run);
    }
    return out.bytes(END).toByteArray();
  }

  /** Adds a profile in as many segments as possible, each as large as possible. */
  public static byte[] profile(byte[] jpeg) {
    byte[] piece = new byte[LARGEST_SEGMENT - 14];
    var out = Bytes.bigEndian().bytes(Arrays.copyOf(jpeg, 2));
    for (int i = 1; i <= 255; i++) {
      segment(
          out, 0xe2, Bytes.bigEndian().text("ICC_PROFILE\0").u8(i, 255).bytes(piece).toByteArray());
    }
    return out.bytes(Arrays.copyOfRange(jpeg, 2, jpeg.length)).toByteArray();
  }

  /** Repeats one piece of a profile. */
  public static byte[] repeatedProfile(byte[] jpeg, int count) {
    var out = Bytes.bigEndian().bytes(Arrays.copyOf(jpeg, 2));
    byte[] data = Bytes.bigEndian().text("ICC_PROFILE\0").u8(1, 2).toByteArray();
    for (int i = 0; i < count; i++) {
      segment(out, 0xe2, data);
    }
    return out.bytes(Arrays.copyOfRange(jpeg, 2, jpeg.length)).toByteArray();
  }

  /** Adds Exif to a picture. */
  public static byte[] withExif(byte[] jpeg, byte[] exif) {
    return repeatedExif(jpeg, exif, 1);
  }

  /** Adds Exif to a picture, many times. */
  public static byte[] repeatedExif(byte[] jpeg, byte[] exif, int count) {
    byte[] data = Bytes.bigEndian().text("Exif\0\0").bytes(exif).toByteArray();
    var out = Bytes.bigEndian().bytes(Arrays.copyOf(jpeg, 2));
    for (int i = 0; i < count; i++) {
      segment(out, 0xe1, data);
    }
    return out.bytes(Arrays.copyOfRange(jpeg, 2, jpeg.length)).toByteArray();
  }

  /** Writes fill bytes before a marker that never comes (B.1.1.2). */
  public static byte[] fill(int count) {
    byte[] fill = new byte[count];
    Arrays.fill(fill, (byte) 0xff);
    return Bytes.bigEndian().u8(0xff, 0xd8).bytes(fill).toByteArray();
  }

  private static Bytes start(int frame, int width, int height) {
    Bytes out = Bytes.bigEndian().u8(0xff, 0xd8);
    byte[] ones = new byte[64];
    Arrays.fill(ones, (byte) 1);
    segment(out, 0xdb, Bytes.bigEndian().u8(0).bytes(ones).toByteArray());
    byte[] component = {1, 1, 0x11, 0};
    segment(
        out, frame, Bytes.bigEndian().u8(8).u16(height).u16(width).bytes(component).toByteArray());
    // One code of one bit each: no difference of the mean; a run of 2^14 and more ends of band.
    segment(out, 0xc4, table(0, 0));
    return segment(out, 0xc4, table(0x10, 0xe0));
  }

  private static byte[] table(int place, int symbol) {
    return Bytes.bigEndian().u8(place, 1).zeroes(15).u8(symbol).toByteArray();
  }

  private static Bytes scan(Bytes out, int first, int last) {
    return segment(out, 0xda, new byte[] {1, 1, 0, (byte) first, (byte) last, 0});
  }

  /** Codes of a zero and 14 bits, each for 16,384 blocks and those bits' number. */
  private static byte[] endOfBands(int blocks) {
    var bits = new StringBuilder();
    int left = blocks;
    while (left >= 1 << 14) {
      int run = Math.min(left, (1 << 15) - 1);
      bits.append('0').append(Integer.toBinaryString(run).substring(1));
      left -= run;
    }
    while (bits.length() % 8 != 0) {
      bits.append('1');
    }
    var out = Bytes.bigEndian();
    for (int i = 0; i < bits.length(); i += 8) {
      int value = Integer.parseInt(bits.substring(i, i + 8), 2);
      out.u8(value);
      if (value == 0xff) {
        out.u8(0);
      }
    }
    return out.toByteArray();
  }

  private static Bytes segment(Bytes out, int marker, byte[] data) {
    return out.u8(0xff, marker).u16(data.length + 2).bytes(data);
  }
}
