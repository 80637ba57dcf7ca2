package dev.darkroom.codec.webp;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.ShortOfBytes;
import dev.darkroom.codec.exif.Exif;
import dev.darkroom.codec.exif.ExifReader;
import dev.darkroom.codec.header.Alpha;
import dev.darkroom.codec.header.Animation;
import dev.darkroom.codec.header.Color;
import dev.darkroom.codec.header.Color.Model;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.header.Profile;

/** RFC 9649, WebP Image Format. */
public final class WebpHeader {
  private static final int FIRST_CHUNK = 12;
  private static final int VP8_START_CODE = 0x9d012a;
  private static final int VP8L_SIGNATURE = 0x2f;
  private static final int ALPHA_FLAG = 0x10;
  private static final int ANIMATION_FLAG = 0x02;

  private final Head head;
  private int frames;
  private Exif exif = Exif.NONE;
  private Profile profile = new Profile.Unspecified();
  private int plays;
  private long durationMillis;

  private WebpHeader(Head head) {
    this.head = head;
  }

  public static Header read(Head head) throws Malformed, ShortOfBytes {
    return new WebpHeader(head).read();
  }

  private Header read() throws Malformed, ShortOfBytes {
    ByteReader in = head.slice(FIRST_CHUNK, 8 + 10);
    String chunk = in.text(4);
    in.skip(4);
    return switch (chunk) {
      case "VP8 " -> lossy(in);
      case "VP8L" -> lossless(in);
      case "VP8X" -> extended(in);
      default -> throw new Malformed(FIRST_CHUNK, "no WebP chunk comes first");
    };
  }

  /** RFC 6386, 9.1: frame tag, start code, 14 bits of width and of height, each with its scale. */
  private Header lossy(ByteReader in) throws Malformed {
    if (in.skip(3).u24() != VP8_START_CODE) {
      throw new Malformed(in.offset() - 3, "no key frame");
    }
    return header(in.u16le() & 0x3fff, in.u16le() & 0x3fff, false, false);
  }

  /** RFC 9649, 3.4: signature, then 14 bits each of width and height less one, an alpha hint. */
  private Header lossless(ByteReader in) throws Malformed {
    if (in.u8() != VP8L_SIGNATURE) {
      throw new Malformed(in.offset() - 1, "no lossless signature");
    }
    int bits = in.i32le();
    boolean alpha = (bits >>> 28 & 1) != 0;
    return header((bits & 0x3fff) + 1, (bits >>> 14 & 0x3fff) + 1, alpha, false);
  }

  /** RFC 9649, 2.7: flags, three reserved bytes, 24 bits each of width and height less one. */
  private Header extended(ByteReader in) throws Malformed {
    int flags = in.u8();
    in.skip(3);
    int width = in.u24le() + 1;
    int height = in.u24le() + 1;
    chunks(FIRST_CHUNK + 8 + 10);
    return header(width, height, (flags & ALPHA_FLAG) != 0, (flags & ANIMATION_FLAG) != 0);
  }

  /** RFC 9649, 2.3: type, length, data padded to an even length. */
  private void chunks(long from) {
    try {
      long at = from;
      while (head.holds(at, 8)) {
        ByteReader in = head.slice(at, 8);
        String type = in.text(4);
        long length = in.u32le();
        switch (type) {
          // 2.7.1.1: a background of four bytes, how often to play.
          case "ANIM" -> plays = head.slice(at + 8, 6).skip(4).u16le();
          // 2.7.1.1: 24 bits each of left, top, width, height and duration.
          case "ANMF" -> {
            frames++;
            durationMillis += Animation.shownMillis(head.slice(at + 8, 15).skip(12).u24le());
          }
          case "ICCP" -> profile = profile(at + 8, length);
          case "EXIF" -> exif = exif(at + 8, length);
          default -> {}
        }
        at += 8 + length + (length & 1);
      }
    } catch (Malformed | ShortOfBytes e) {
      // The figures are known already.
    }
  }

  /** 2.7.1.4. */
  private Profile profile(long at, long length) throws Malformed, ShortOfBytes {
    return length > Profile.MAX_ICC
        ? new Profile.Oversized(length)
        : new Profile.Icc(head.slice(at, length).bytes((int) length));
  }

  /** 2.7.1.5: a TIFF structure; some writers put JPEG's prefix before it. */
  private Exif exif(long at, long length) throws Malformed, ShortOfBytes {
    boolean prefixed = length > 6 && head.slice(at, 6).text(6).equals("Exif\0\0");
    int skipped = prefixed ? 6 : 0;
    return ExifReader.read(
        head.slice(at + skipped, length - skipped).bytes((int) length - skipped));
  }

  private Header header(int width, int height, boolean alpha, boolean animated) throws Malformed {
    if (width == 0 || height == 0) {
      throw new Malformed(FIRST_CHUNK, "no width or height");
    }
    return new Header(
        width,
        height,
        Math.max(1, frames),
        8,
        alpha ? 4 : 3,
        alpha ? Alpha.STRAIGHT : Alpha.NONE,
        new Color(Model.YCBCR, profile),
        animated ? new Animation(durationMillis, plays) : null,
        null,
        exif,
        null);
  }
}
