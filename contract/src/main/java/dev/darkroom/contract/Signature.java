package dev.darkroom.contract;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The magic numbers of each format, with where they are defined. */
final class Signature {
  private static final int TS_PACKET = 188;
  private static final int TS_SYNC = 0x47;
  private static final int BRANDS_OFFSET = 16;

  private final byte[] head;

  private Signature(byte[] head) {
    this.head = head;
  }

  static @Nullable MediaFormat of(byte[] head) {
    return new Signature(head).format();
  }

  private @Nullable MediaFormat format() {
    if (starts(0xff, 0xd8, 0xff)) {
      return MediaFormat.JPEG; // ITU-T T.81, B.1.1.3: SOI, then any marker
    }
    if (starts(0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
      return MediaFormat.PNG; // W3C PNG, 5.2
    }
    if (text(0, "GIF87a") || text(0, "GIF89a")) {
      return MediaFormat.GIF; // GIF89a, 17
    }
    if (starts('I', 'I', 42, 0) || starts('M', 'M', 0, 42)) {
      return MediaFormat.TIFF; // TIFF 6.0, section 2
    }
    if (text(0, "RIFF")) {
      return text(8, "WEBP") ? MediaFormat.WEBP : text(8, "AVI ") ? MediaFormat.AVI : null;
    }
    if (starts(0x1a, 0x45, 0xdf, 0xa3)) {
      return ebml(); // RFC 8794, 11.2.1
    }
    if (isBmp()) {
      return MediaFormat.BMP;
    }
    if (isTransportStream()) {
      return MediaFormat.MPEG_TS;
    }
    return baseMedia();
  }

  /** BITMAPFILEHEADER: "BM", two reserved zeros, then a header size one of Windows' or OS/2's. */
  private boolean isBmp() {
    if (!text(0, "BM") || head.length < 18 || u32le(6) != 0) {
      return false;
    }
    long infoHeader = u32le(14);
    return infoHeader == 12 || (infoHeader >= 40 && infoHeader <= 124);
  }

  /** ISO/IEC 13818-1, 2.4.3.2: every packet of 188 bytes starts with 0x47; three make it sure. */
  private boolean isTransportStream() {
    return head.length > 2 * TS_PACKET
        && head[0] == TS_SYNC
        && head[TS_PACKET] == TS_SYNC
        && head[2 * TS_PACKET] == TS_SYNC;
  }

  /** The EBML DocType within the header tells WebM from other Matroska (RFC 9559, 4.1). */
  private MediaFormat ebml() {
    int end = Math.min(head.length, 64) - 4;
    for (int i = 4; i <= end; i++) {
      if (text(i, "webm")) {
        return MediaFormat.WEBM;
      }
    }
    return MediaFormat.MATROSKA;
  }

  /** ISO/IEC 14496-12, 4.3: the file type box; QuickTime files from before it start otherwise. */
  private @Nullable MediaFormat baseMedia() {
    if (!text(4, "ftyp")) {
      return isOldQuickTime() ? MediaFormat.MOV : null;
    }
    MediaFormat byMajor = brand(8);
    if (byMajor != null) {
      return byMajor;
    }
    long end = Math.min(head.length, u32be(0));
    for (int at = BRANDS_OFFSET; at + 4 <= end; at += 4) {
      MediaFormat compatible = brand(at);
      if (compatible != null) {
        return compatible;
      }
    }
    return MediaFormat.MP4;
  }

  private @Nullable MediaFormat brand(int at) {
    if (at + 4 > head.length) {
      return null;
    }
    return switch (new String(head, at, 4, StandardCharsets.ISO_8859_1)) {
      case "avif", "avis" -> MediaFormat.AVIF;
      case "heic", "heix", "heim", "heis", "hevc", "hevx" -> MediaFormat.HEIC;
      case "qt  " -> MediaFormat.MOV;
      case "3gp4", "3gp5", "3gp6", "3gp7", "3g2a" -> MediaFormat.THREE_GP;
      case "isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V " ->
          MediaFormat.MP4;
      default -> null;
    };
  }

  /** QuickTime File Format, "Overview of movie atoms": files without a type start with these. */
  private boolean isOldQuickTime() {
    return (text(4, "moov") || text(4, "mdat") || text(4, "wide") || text(4, "free"))
        && u32be(0) != 0;
  }

  private boolean starts(int... bytes) {
    if (head.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private boolean text(int at, String ascii) {
    if (head.length < at + ascii.length()) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (head[at + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private long u32be(int at) {
    return (head[at] & 0xffL) << 24
        | (head[at + 1] & 0xffL) << 16
        | (head[at + 2] & 0xffL) << 8
        | (head[at + 3] & 0xffL);
  }

  private long u32le(int at) {
    return Integer.toUnsignedLong(Integer.reverseBytes((int) u32be(at)));
  }
}
