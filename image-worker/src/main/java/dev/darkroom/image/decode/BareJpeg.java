package dev.darkroom.image.decode;

import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.header.Color.Model;
import dev.darkroom.codec.jpeg.JpegFrame;
import dev.darkroom.codec.jpeg.JpegSegments;
import java.io.ByteArrayOutputStream;

/**
 * Rewrites a JPEG for the JDK's reader, which fails on damaged profiles, on previews, and on
 * components that share an identifier, and guesses colors in other ways than libjpeg.
 */
final class BareJpeg {
  private static final int APP0 = 0xe0;
  private static final int APP15 = 0xef;
  private static final int COMMENT = 0xfe;

  /** Bytes of a segment before its parameters: the marker and the length. */
  private static final int SEGMENT_HEAD = 4;

  /** ITU-T T.872, 6.5.3: marker, length, "Adobe", version 100, two words of flags. */
  private static final byte[] ADOBE = {
    (byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0
  };

  private BareJpeg() {}

  /**
   * Copies the file without comments and applications' segments but one, which states the color
   * model, and numbers the components 1, 2, 3 and so on.
   */
  static byte[] of(byte[] file, Model model) throws Malformed {
    byte[] bare = stripped(file, model);
    number(bare);
    return bare;
  }

  private static byte[] stripped(byte[] file, Model model) throws Malformed {
    JpegSegments segments = JpegSegments.open(new Head(file, true));
    var out = new ByteArrayOutputStream(file.length + ADOBE.length);
    out.write(0xff);
    out.write(JpegSegments.SOI);
    out.writeBytes(ADOBE);
    out.write(transform(model));
    int code = segments.next();
    while (code != JpegSegments.SOS) {
      if (code == JpegSegments.EOI) {
        throw new Malformed(segments.start(), "no scan");
      }
      if (code != COMMENT && (code < APP0 || code > APP15)) {
        out.write(file, (int) segments.start(), (int) (segments.end() - segments.start()));
      }
      code = segments.next();
    }
    int scans = (int) segments.start();
    out.write(file, scans, file.length - scans);
    return out.toByteArray();
  }

  private static int transform(Model model) {
    return switch (model) {
      case YCBCR -> 1;
      case YCCK -> 2;
      case GRAY, RGB, PALETTE, CMYK, LAB -> 0;
    };
  }

  /** Numbers the components in the frame header, and those of each scan that is complete. */
  private static void number(byte[] bare) throws Malformed {
    JpegSegments segments = JpegSegments.open(new Head(bare, true));
    var components = new Components("");
    try {
      for (int code = segments.next(); code != JpegSegments.EOI; code = segments.next()) {
        int at = (int) segments.start() + SEGMENT_HEAD;
        if (JpegFrame.isFrame(code)) {
          components = new Components(JpegFrame.read(code, segments.parameters()).ids());
          numberFrame(bare, at, components.ids.length());
        } else if (code == JpegSegments.SOS) {
          numberScan(bare, at, (int) segments.end(), components);
        }
      }
    } catch (Malformed e) {
      // The file breaks off; the reader shows what precedes.
    }
  }

  /** ITU-T T.81, B.2.2: bits, height, width and count take six bytes, each component three. */
  private static void numberFrame(byte[] bare, int at, int count) {
    for (int i = 0; i < count; i++) {
      bare[at + 6 + 3 * i] = (byte) (i + 1);
    }
  }

  /** B.2.3: a count, and two bytes for each component. */
  private static void numberScan(byte[] bare, int at, int end, Components components) {
    for (int i = at + 1; i + 1 < end && i <= at + 2 * bare[at]; i += 2) {
      bare[i] = (byte) (components.next((char) (bare[i] & 0xff)) + 1);
    }
  }

  /** Resolves identifiers; of components that share one, each is selected in turn. */
  private static final class Components {
    private final String ids;
    private final StringBuilder left;

    Components(String ids) {
      this.ids = ids;
      this.left = new StringBuilder(ids);
    }

    /** Returns a component's index; one more than there are for an identifier of none. */
    int next(char id) {
      if (left.indexOf(String.valueOf(id)) < 0) {
        left.replace(0, left.length(), ids);
      }
      int index = left.indexOf(String.valueOf(id));
      if (index < 0) {
        return ids.length();
      }
      left.setCharAt(index, Character.MAX_VALUE);
      return index;
    }
  }
}
