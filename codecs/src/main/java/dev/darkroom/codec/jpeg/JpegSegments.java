package dev.darkroom.codec.jpeg;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;

/**
 * Walks a JPEG file from marker segment to marker segment (ITU-T T.81, B.1.1), and across the coded
 * data of its scans, which contains no other marker than RSTm (B.1.1.5).
 *
 * <p>Limits are checked on the frame header that this walk finds, so it must never find another one
 * than libjpeg, which decodes. Files that break the standard are therefore read as libjpeg reads
 * them: bytes between segments are skipped, 0xFF 0x00 included, a length below 2 (B.1.1.4) is taken
 * for 2, and a second SOI is malformed. One deviation is safe, because libjpeg's walk ends there: a
 * segment of a reserved marker is skipped.
 */
public final class JpegSegments {
  public static final int SOI = 0xd8;
  public static final int EOI = 0xd9;
  public static final int SOS = 0xda;

  private final Head head;
  private long start;
  private long end = 2;

  private JpegSegments(Head head) {
    this.head = head;
  }

  /** Starts a walk after the SOI marker that begins the file. */
  public static JpegSegments open(Head head) throws Malformed {
    if (head.u8(0) != 0xff || head.u8(1) != SOI) {
      throw new Malformed(0, "no start of image");
    }
    return new JpegSegments(head);
  }

  /**
   * Moves to the next segment, or to the EOI marker.
   *
   * @return its marker's code
   */
  public int next() throws Malformed {
    long at = end;
    while (true) {
      at = code(at);
      int code = head.u8(at);
      if (code == SOI) {
        throw new Malformed(at - 1, "a second start of image");
      }
      if (!standsAlone(code)) {
        start = at - 1;
        end = at + 1 + (code == EOI ? 0 : length(at + 1));
        return code;
      }
      at++;
    }
  }

  /** Skips to a marker's code: other bytes, 0xFF, and any number of fill bytes (B.1.1.2). */
  private long code(long from) throws Malformed {
    long at = head.indexOf((byte) 0xff, from);
    while (head.u8(at) == 0xff) {
      at++;
    }
    return at;
  }

  /** Table B.1: TEM and RSTm have no segment; nor has the zero after an 0xFF of coded data. */
  private static boolean standsAlone(int code) {
    return code <= 0x01 || (code >= 0xd0 && code <= 0xd7);
  }

  private int length(long at) throws Malformed {
    return Math.max(2, head.slice(at, 2).u16());
  }

  /** Returns where in the file the current marker starts. */
  public long start() {
    return start;
  }

  /** Returns where in the file the current segment ends. */
  public long end() {
    return end;
  }

  /** Returns the current segment's parameters, without its length. */
  public ByteReader parameters() throws Malformed {
    return head.slice(start + 4, end - start - 4);
  }
}
