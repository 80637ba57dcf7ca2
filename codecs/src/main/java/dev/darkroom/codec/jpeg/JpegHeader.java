package dev.darkroom.codec.jpeg;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.ShortOfBytes;
import dev.darkroom.codec.exif.Exif;
import dev.darkroom.codec.exif.ExifReader;
import dev.darkroom.codec.header.Alpha;
import dev.darkroom.codec.header.Color;
import dev.darkroom.codec.header.Color.Model;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.header.JpegCoding;
import org.jspecify.annotations.Nullable;

/** ITU-T T.81 (JPEG), annex B; Exif in APP1 by CIPA DC-008, 4.7.2. */
public final class JpegHeader {
  private static final int SOI = 0xd8;
  private static final int EOI = 0xd9;
  private static final int SOS = 0xda;
  private static final int APP0 = 0xe0;
  private static final int APP1 = 0xe1;
  private static final int APP2 = 0xe2;
  private static final int APP14 = 0xee;
  private static final String EXIF = "Exif\0\0";

  private final Head head;
  private final IccSegments icc = new IccSegments();
  private Exif exif = Exif.NONE;
  private boolean jfif;
  private @Nullable Integer adobeTransform;
  private @Nullable Frame frame;

  /**
   * @param code of its marker
   * @param ids of the components, a character each
   */
  private record Frame(int code, int bits, int width, int height, String ids) {}

  private JpegHeader(Head head) {
    this.head = head;
  }

  public static Header read(Head head) throws Malformed, ShortOfBytes {
    return new JpegHeader(head).read();
  }

  /** B.1.1.4: segments, each with its length, until one starts a scan. */
  private Header read() throws Malformed, ShortOfBytes {
    long at = 2;
    while (true) {
      at = markerCode(at);
      int code = head.u8(at);
      if (code == EOI || code == SOS) {
        return header(at);
      }
      if (standsAlone(code)) {
        at++;
        continue;
      }
      int length = head.slice(at + 1, 2).u16();
      if (length < 2) {
        throw new Malformed(at + 1, "a segment shorter than its length");
      }
      segment(code, head.slice(at + 3, length - 2));
      at += 1 + length;
    }
  }

  private void segment(int code, ByteReader in) throws Malformed {
    if (isFrame(code)) {
      if (frame != null) {
        throw new Malformed(in.offset(), "a second frame header");
      }
      frame = frame(code, in);
      return;
    }
    switch (code) {
      case APP0 -> jfif |= in.remaining() >= 5 && in.text(5).equals("JFIF\0");
      case APP1 -> exif(in);
      case APP2 -> icc.add(in);
      // ITU-T T.872, 6.5.3: "Adobe", version, two words of flags, the transform.
      case APP14 -> {
        if (in.remaining() >= 12 && in.text(5).equals("Adobe")) {
          adobeTransform = in.skip(6).u8();
        }
      }
      default -> {}
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
  private static Frame frame(int code, ByteReader in) throws Malformed {
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
    var ids = new StringBuilder();
    for (int i = 0; i < components; i++) {
      ids.append((char) in.u8());
      in.skip(2);
    }
    return new Frame(code, bits, width, height, ids.toString());
  }

  private Header header(long at) throws Malformed {
    if (frame == null) {
      throw new Malformed(at, "there is no frame header");
    }
    int scans = scans(at);
    if (scans > JpegCoding.MAX_SCANS) {
      throw new Malformed(at, "more than " + JpegCoding.MAX_SCANS + " scans");
    }
    int components = frame.ids.length();
    boolean progressive = (frame.code & 3) == 2;
    boolean arithmetic = frame.code >= 0xc9;
    boolean inverted = components == 4 && adobeTransform != null;
    return new Header(
        frame.width,
        frame.height,
        1,
        frame.bits,
        components,
        Alpha.NONE,
        new Color(model(frame.ids), icc.profile()),
        null,
        new JpegCoding(progressive, arithmetic, scans, inverted),
        exif,
        exotic(frame.code, frame.bits));
  }

  /** Markers among the coded data, where 0xFF is followed by 0 (B.1.1.5), up to the end mark. */
  private int scans(long from) {
    int scans = 0;
    try {
      long at = from;
      for (int code = head.u8(at); code != EOI; code = head.u8(at)) {
        if (standsAlone(code)) {
          at++;
        } else {
          if (code == SOS && ++scans > JpegCoding.MAX_SCANS) {
            return scans;
          }
          at += 1 + head.slice(at + 1, 2).u16();
        }
        at = markerCode(at);
      }
    } catch (Malformed | ShortOfBytes e) {
      // Only those that can be seen count.
    }
    return scans;
  }

  /** ITU-T T.871, 7 and T.872, 6.5.3; where neither marker is, the names of the components tell. */
  private Model model(String ids) {
    return switch (ids.length()) {
      case 1, 2 -> Model.GRAY;
      case 3 -> {
        boolean rgb = !jfif && (adobeTransform == null ? ids.equals("RGB") : adobeTransform == 0);
        yield rgb ? Model.RGB : Model.YCBCR;
      }
      default -> adobeTransform != null && adobeTransform == 2 ? Model.YCCK : Model.CMYK;
    };
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
    if (exif.equals(Exif.NONE)
        && in.remaining() > EXIF.length()
        && in.text(EXIF.length()).equals(EXIF)) {
      exif = ExifReader.read(in.bytes(in.remaining()));
    }
  }
}
