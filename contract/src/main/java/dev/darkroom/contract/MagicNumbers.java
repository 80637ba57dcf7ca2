package dev.darkroom.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Recognizes formats by their magic numbers, each with the place that defines it. */
final class MagicNumbers {
  /** Advanced Systems Format, 10.1: the GUID of the header object. */
  private static final int[] ASF_HEADER = {
    0x30, 0x26, 0xb2, 0x75, 0x8e, 0x66, 0xcf, 0x11, 0xa6, 0xd9, 0x00, 0xaa, 0x00, 0x62, 0xce, 0x6c
  };

  private static final int BRANDS_OFFSET = 16;
  private static final List<String> OLD_QUICKTIME =
      List.of("moov", "mdat", "wide", "free", "skip", "pnot");

  private final byte[] head;

  private MagicNumbers(byte[] head) {
    this.head = head;
  }

  static @Nullable MediaFormat of(byte[] head) {
    return new MagicNumbers(head).format();
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
    if (starts('I', 'I', 43, 0, 8, 0, 0, 0) || starts('M', 'M', 0, 43, 0, 8, 0, 0)) {
      return MediaFormat.TIFF; // BigTIFF: version, bytes of an offset, a zero
    }
    if (text(0, "RIFF")) {
      return text(8, "WEBP") ? MediaFormat.WEBP : isAvi() ? MediaFormat.AVI : null;
    }
    if (starts(0x1a, 0x45, 0xdf, 0xa3)) {
      return ebml(); // RFC 8794, 11.2.1
    }
    if (isBmp()) {
      return MediaFormat.BMP;
    }
    MediaFormat streamed = streamed();
    return streamed != null
        ? streamed
        : TransportPackets.areIn(head) ? MediaFormat.MPEG_TS : baseMedia();
  }

  /** Recognizes the containers of streams and of early video. */
  private @Nullable MediaFormat streamed() {
    if (starts('F', 'L', 'V', 1)) {
      return MediaFormat.FLV; // Adobe Flash Video File Format Specification, E.2
    }
    if (starts(ASF_HEADER)) {
      return MediaFormat.ASF;
    }
    if (starts('O', 'g', 'g', 'S', 0)) {
      return MediaFormat.OGG; // RFC 3533, 6
    }
    if (starts(0, 0, 1, 0xba)) {
      return isPack() ? MediaFormat.MPEG_PS : null;
    }
    return starts(0, 0, 1, 0xb3) && hasPictureSize() ? MediaFormat.MPEG_VIDEO : null;
  }

  /** The bits after a pack's start code tell MPEG-2 (13818-1, 2.5.3.3) and MPEG-1 (11172-1). */
  private boolean isPack() {
    return head.length > 4 && ((head[4] & 0xc4) == 0x44 || (head[4] & 0xf1) == 0x21);
  }

  /** ISO/IEC 13818-2, 6.2.2.1: a sequence header starts with 12 bits each of width and height. */
  private boolean hasPictureSize() {
    return head.length > 6 && u32be(4) >>> 20 != 0 && (u32be(3) & 0xfff) != 0;
  }

  /** Some early writers end the type by a control character. */
  private boolean isAvi() {
    return text(8, "AVI ") || text(8, "AVI\u0019");
  }

  /** BITMAPFILEHEADER: "BM", two reserved zeros, then a header size of Windows or OS/2. */
  private boolean isBmp() {
    if (!text(0, "BM") || head.length < 18 || u32le(6) != 0) {
      return false;
    }
    long infoHeader = u32le(14);
    return infoHeader == 12 || (infoHeader >= 16 && infoHeader <= 124);
  }

  /** The DocType in the EBML header tells WebM from other Matroska files (RFC 9559, 4.1). */
  private MediaFormat ebml() {
    int end = Math.min(head.length, 64) - 4;
    for (int i = 4; i <= end; i++) {
      if (text(i, "webm")) {
        return MediaFormat.WEBM;
      }
    }
    return MediaFormat.MATROSKA;
  }

  /** ISO/IEC 14496-12, 4.3: the file type box, which older QuickTime files lack. */
  private @Nullable MediaFormat baseMedia() {
    if (!text(4, "ftyp")) {
      return isOldQuickTime() ? MediaFormat.MOV : null;
    }
    String major = brand(8);
    return switch (major) {
      case "crx " -> null; // Canon's raw pictures, which claim to be compatible with MP4
      // Any HEIF picture: only a compatible brand names the codec (ISO/IEC 23008-12, 10).
      case "mif1", "mif2", "msf1", "miaf" ->
          compatible(MediaFormat.AVIF, MediaFormat.HEIC).orElse(MediaFormat.HEIF);
      default -> {
        MediaFormat byMajor = format(major);
        yield byMajor != null ? byMajor : compatible(MediaFormat.values()).orElse(MediaFormat.MP4);
      }
    };
  }

  /** The format that the first compatible brand of one of these formats names. */
  private Optional<MediaFormat> compatible(MediaFormat... formats) {
    List<MediaFormat> wanted = List.of(formats);
    int end = (int) Math.min(head.length, u32be(0));
    return IntStream.iterate(BRANDS_OFFSET, at -> at + 4 <= end, at -> at + 4)
        .mapToObj(at -> format(brand(at)))
        .filter(Objects::nonNull)
        .filter(wanted::contains)
        .findFirst();
  }

  private String brand(int at) {
    return at + 4 > head.length ? "" : new String(head, at, 4, StandardCharsets.ISO_8859_1);
  }

  /** The format that a registered brand names (MP4 Registration Authority, "Brands"). */
  private static @Nullable MediaFormat format(String brand) {
    return switch (brand) {
      case "avif", "avis" -> MediaFormat.AVIF;
      case "heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs" -> MediaFormat.HEIC;
      case "avci", "avcs", "j2ki", "j2is", "jpeg", "jpgs", "vvic", "vvis", "evbi", "evbs", "unif" ->
          MediaFormat.HEIF;
      case "qt  " -> MediaFormat.MOV;
      case "isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V " ->
          MediaFormat.MP4;
      // 3GPP TS 26.244, 5.3, and 3GPP2 C.S0050, 2: 3gp4, 3gr6, 3ge9, 3g2a, …
      default -> brand.startsWith("3g") ? MediaFormat.THREE_GP : null;
    };
  }

  /**
   * QuickTime File Format, "Overview of movie atoms": files without a type start with one of these.
   */
  private boolean isOldQuickTime() {
    return OLD_QUICKTIME.stream().anyMatch(type -> text(4, type)) && u32be(0) != 0;
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
