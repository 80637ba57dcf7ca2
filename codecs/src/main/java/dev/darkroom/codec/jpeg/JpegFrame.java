package dev.darkroom.codec.jpeg;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;

/**
 * A frame header (ITU-T T.81, B.2.2).
 *
 * @param process number of the coding process, n of its marker SOFn
 * @param bits bits in a sample
 * @param width in pixels, 1 or more
 * @param height in pixels, 1 or more
 * @param ids identifiers of the components, a character each; one or more
 */
public record JpegFrame(int process, int bits, int width, int height, String ids) {
  private static final int SOF0 = 0xc0;

  /** SOF55 (ITU-T T.87, C.1.1). */
  private static final int JPEG_LS = 0xf7;

  static final int JPEG_LS_PROCESS = JPEG_LS - SOF0;

  /** Finds the frame header of a whole file, which is the one that libjpeg finds. */
  public static JpegFrame find(byte[] file) throws Malformed {
    JpegSegments segments = JpegSegments.open(new Head(file, true));
    int code = segments.next();
    while (!isFrame(code)) {
      if (code == JpegSegments.SOS || code == JpegSegments.EOI) {
        throw new Malformed(segments.start(), "there is no frame header");
      }
      code = segments.next();
    }
    return read(code, segments.parameters());
  }

  /** Table B.1: SOF0 to SOF15, except DHT, JPG, and DAC; and JPEG-LS's, at which libjpeg fails. */
  public static boolean isFrame(int code) {
    return (code >= SOF0 && code <= 0xcf && code != 0xc4 && code != 0xc8 && code != 0xcc)
        || code == JPEG_LS;
  }

  /** Reads a frame header by its marker's code and its parameters. */
  public static JpegFrame read(int code, ByteReader in) throws Malformed {
    int bits = in.u8();
    int height = in.u16();
    int width = in.u16();
    int components = in.u8();
    if (width == 0 || components == 0) {
      throw new Malformed(in.offset(), "a frame without columns or components");
    }
    if (height == 0) {
      // B.2.5: a DNL segment after the first scan may tell. No encoder does that, no decoder copes.
      throw new Malformed(in.offset(), "a frame whose number of lines is left open");
    }
    var ids = new StringBuilder();
    for (int i = 0; i < components; i++) {
      ids.append((char) in.u8());
      in.skip(2);
    }
    return new JpegFrame(code - SOF0, bits, width, height, ids.toString());
  }

  public int components() {
    return ids.length();
  }

  /** Returns whether the coefficients come in several scans, each of which refines the picture. */
  public boolean isProgressive() {
    return (process & 3) == 2;
  }
}
