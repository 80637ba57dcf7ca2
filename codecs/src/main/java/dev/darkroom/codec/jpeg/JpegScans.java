package dev.darkroom.codec.jpeg;

import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;

/** Finds how far a file's scans can be read, if libjpeg refuses the file for what follows. */
public final class JpegScans {
  private static final int APP0 = 0xe0;

  private JpegScans() {}

  /**
   * Returns where to end a file so that its scans can be decoded: at the first marker after a scan
   * that no scan needs, or that is cut off. Damaged data look like markers, each of which would
   * make libjpeg give up the whole picture.
   *
   * @param file the whole file
   * @return an offset; the file's length if it may go on to its end
   */
  public static int end(byte[] file) throws Malformed {
    JpegSegments segments = JpegSegments.open(new Head(file, true));
    int code = segments.next();
    int components = 0;
    while (code != JpegSegments.SOS) {
      if (JpegFrame.isFrame(code)) {
        JpegFrame frame = JpegFrame.read(code, segments.parameters());
        components = frame.isProgressive() ? Integer.MAX_VALUE : frame.components();
      }
      code = segments.next();
    }
    int scanned = 0;
    try {
      while (scanned < components && belongs(code) && segments.end() <= file.length) {
        scanned += code == JpegSegments.SOS ? segments.parameters().u8() : 0;
        code = segments.next();
      }
      return (int) segments.start();
    } catch (Malformed e) {
      return (int) Math.min(e.offset(), file.length);
    }
  }

  /** Table B.1: tables, intervals, comments, and another scan; hierarchical coding is not read. */
  private static boolean belongs(int code) {
    return code == JpegSegments.SOS
        || code == 0xc4
        || code == 0xcc
        || (code >= 0xdb && code <= 0xdd)
        || (code >= APP0 && code <= 0xef)
        || code == 0xfe;
  }
}
