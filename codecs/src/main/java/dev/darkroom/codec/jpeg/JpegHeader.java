package dev.darkroom.codec.jpeg;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.exif.Exif;
import dev.darkroom.codec.exif.ExifReader;
import dev.darkroom.codec.header.Channels;
import dev.darkroom.codec.header.Color;
import dev.darkroom.codec.header.Color.Model;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.header.JpegCoding;
import org.jspecify.annotations.Nullable;

/** Reads the header of a JPEG file: the segments before its first scan (ITU-T T.81, annex B). */
public final class JpegHeader {
  private static final int APP0 = 0xe0;
  private static final int APP1 = 0xe1;
  private static final int APP2 = 0xe2;
  private static final int APP14 = 0xee;

  /** Parameters of a JFIF segment (ITU-T T.871, 10.1); a shorter one is none, as in libjpeg. */
  private static final int JFIF_LENGTH = 14;

  private static final String EXIF = "Exif\0\0";

  private final JpegSegments segments;
  private final IccSegments icc = new IccSegments();
  private @Nullable Exif exif;
  private boolean jfif;
  private @Nullable Integer adobeTransform;
  private @Nullable JpegFrame frame;

  private JpegHeader(JpegSegments segments) {
    this.segments = segments;
  }

  public static Header read(Head head) throws Malformed {
    return new JpegHeader(JpegSegments.open(head)).read();
  }

  private Header read() throws Malformed {
    int code = segments.next();
    while (code != JpegSegments.SOS && code != JpegSegments.EOI) {
      segment(code, segments.parameters());
      code = segments.next();
    }
    if (frame == null) {
      throw new Malformed(segments.start(), "there is no frame header");
    }
    return header(frame, scans(code));
  }

  private void segment(int code, ByteReader in) throws Malformed {
    if (JpegFrame.isFrame(code)) {
      if (frame != null) {
        throw new Malformed(in.offset(), "a second frame header");
      }
      frame = JpegFrame.read(code, in);
      return;
    }
    switch (code) {
      case APP0 -> jfif |= in.remaining() >= JFIF_LENGTH && in.text(5).equals("JFIF\0");
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

  /** CIPA DC-008, 4.7.2. Of several segments the first counts, as for other readers. */
  private void exif(ByteReader in) throws Malformed {
    if (exif == null && in.remaining() > EXIF.length() && in.text(EXIF.length()).equals(EXIF)) {
      exif = ExifReader.read(in);
    }
  }

  private Header header(JpegFrame frame, int scans) {
    return Header.still(
            frame.width(),
            frame.height(),
            Channels.opaque(frame.components(), frame.bits()),
            new Color(model(frame.ids()), icc.profile()))
        .withJpeg(new JpegCoding(frame.isProgressive(), scans))
        .withExif(exif == null ? Exif.NONE : exif)
        .withExotic(exotic(frame));
  }

  /** Counts the scans from the current segment to EOI, or as far as the given bytes go. */
  private int scans(int first) throws Malformed {
    long at = segments.start();
    int scans = 0;
    try {
      for (int code = first; code != JpegSegments.EOI; code = segments.next()) {
        if (code == JpegSegments.SOS && ++scans > JpegCoding.MAX_SCANS) {
          break;
        }
      }
    } catch (Malformed e) {
      return scans;
    }
    if (scans > JpegCoding.MAX_SCANS) {
      throw new Malformed(at, "more than " + JpegCoding.MAX_SCANS + " scans");
    }
    return scans;
  }

  /**
   * ITU-T T.871, 7 and T.872, 6.5.3. Where neither marker is present, the components' identifiers
   * tell, as in libjpeg.
   */
  private Model model(String ids) {
    return switch (ids.length()) {
      case 1, 2 -> Model.GRAY;
      case 3 -> {
        boolean rgb = !jfif && (adobeTransform == null ? ids.equals("RGB") : adobeTransform == 0);
        yield rgb ? Model.RGB : Model.YCBCR;
      }
      default -> adobeTransform != null && adobeTransform != 0 ? Model.YCCK : Model.CMYK;
    };
  }

  /**
   * Names what is not Huffman-coded sequential or progressive DCT of 8 bits (ITU-T T.81, table
   * B.1). Arithmetic coding comes last, because libjpeg-turbo reads it.
   */
  private static @Nullable String exotic(JpegFrame frame) {
    int process = frame.process();
    if (process == JpegFrame.JPEG_LS_PROCESS) {
      return "JPEG-LS coding";
    }
    if (process == 3 || process == 11) {
      return "lossless coding";
    }
    if (process > 10 || (process > 3 && process < 9)) {
      return "hierarchical coding";
    }
    if (frame.components() == 2 || frame.components() > 4) {
      return frame.components() + " color components";
    }
    if (frame.bits() != 8) {
      return frame.bits() + " bits a sample";
    }
    return process >= 9 ? JpegCoding.ARITHMETIC : null;
  }
}
