package dev.darkroom.codec.header;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import org.jspecify.annotations.Nullable;

/** ITU-T T.81 (JPEG), annex B; Exif in APP1 by CIPA DC-008, 4.7.2. */
final class JpegHeader {
  private static final int SOI = 0xd8;
  private static final int EOI = 0xd9;
  private static final int SOS = 0xda;
  private static final int APP1 = 0xe1;
  private static final String EXIF = "Exif\0\0";

  private final Head head;
  private Exif exif = Exif.NONE;

  private JpegHeader(Head head) {
    this.head = head;
  }

  static Header read(Head head) throws Malformed, ShortOfBytes {
    return new JpegHeader(head).read();
  }

  /** B.1.1.4: segments, each with its length, until one is a frame header. */
  private Header read() throws Malformed, ShortOfBytes {
    long at = 2;
    while (true) {
      at = markerCode(at);
      int code = head.u8(at);
      if (code == EOI || code == SOS) {
        throw new Malformed(at, "there is no frame header");
      }
      if (standsAlone(code)) {
        at++;
        continue;
      }
      int length = head.slice(at + 1, 2).u16();
      if (length < 2) {
        throw new Malformed(at + 1, "a segment shorter than its length");
      }
      if (isFrame(code)) {
        return frame(code, head.slice(at + 3, length - 2));
      }
      if (code == APP1 && exif.equals(Exif.NONE)) {
        exif(head.slice(at + 3, length - 2));
      }
      at += 1 + length;
    }
  }

  /** B.1.1.2: any number of 0xFF bytes may come before a code; decoders pass over other bytes. */
  private long markerCode(long from) throws Malformed, ShortOfBytes {
    long at = from;
    while (head.u8(at) != 0xff) {
      at++;
    }
    while (head.u8(at) == 0xff) {
      at++;
    }
    return at;
  }

  /** Table B.1: TEM, RSTm, SOI; and the zero of a stuffed byte, which is no marker. */
  private static boolean standsAlone(int code) {
    return code <= 0x01 || (code >= 0xd0 && code <= SOI);
  }

  /** Table B.1: SOF0 to SOF15 but DHT, JPG and DAC. */
  private static boolean isFrame(int code) {
    return code >= 0xc0 && code <= 0xcf && code != 0xc4 && code != 0xc8 && code != 0xcc;
  }

  /** B.2.2. */
  private Header frame(int code, ByteReader in) throws Malformed {
    int bits = in.u8();
    int height = in.u16();
    int width = in.u16();
    int components = in.u8();
    if (width == 0 || components == 0) {
      throw new Malformed(in.offset(), "a frame without columns or components");
    }
    if (height == 0) {
      // B.2.5: the number of lines may come behind the first scan; nobody writes that.
      throw new Malformed(in.offset(), "a frame whose number of lines is left open");
    }
    return new Header(width, height, 1, bits, components, false, exif, exotic(code, bits));
  }

  /** What is not Huffman-coded 8-bit DCT. */
  private static @Nullable String exotic(int code, int bits) {
    if (code >= 0xc9) {
      return "arithmetic coding";
    }
    if (code == 0xc3 || code >= 0xc5) {
      return "lossless or hierarchical coding";
    }
    return bits == 8 ? null : bits + " bits a sample";
  }

  private void exif(ByteReader in) throws Malformed {
    if (in.remaining() > EXIF.length() && in.text(EXIF.length()).equals(EXIF)) {
      exif = ExifReader.read(in.bytes(in.remaining()));
    }
  }
}
