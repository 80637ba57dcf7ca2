package dev.darkroom.codec.png;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.exif.Exif;
import dev.darkroom.codec.exif.ExifReader;
import dev.darkroom.codec.header.Alpha;
import dev.darkroom.codec.header.Animation;
import dev.darkroom.codec.header.Channels;
import dev.darkroom.codec.header.Color;
import dev.darkroom.codec.header.Color.Model;
import dev.darkroom.codec.header.Header;

/** W3C Portable Network Graphics, third edition. */
public final class PngHeader {
  private static final int SIGNATURE = 8;
  private static final int CHUNK_OVERHEAD = 12;
  private static final int IHDR_LENGTH = 13;

  private final Head head;
  private final PngColor color = new PngColor();
  private boolean transparency;
  private int frames = 1;
  private boolean animated;
  private int plays;
  private long durationMillis;
  private Exif exif = Exif.NONE;

  private PngHeader(Head head) {
    this.head = head;
  }

  public static Header read(Head head) throws Malformed {
    return new PngHeader(head).read();
  }

  /** 11.2.1: IHDR comes first and has 13 bytes. */
  private Header read() throws Malformed {
    ByteReader in = head.slice(SIGNATURE, 8 + IHDR_LENGTH);
    if (in.u32() != IHDR_LENGTH || !in.text(4).equals("IHDR")) {
      throw new Malformed(SIGNATURE, "the first chunk is no IHDR");
    }
    long width = in.u32();
    long height = in.u32();
    if (width == 0 || height == 0 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
      throw new Malformed(SIGNATURE + 8, "no valid width or height");
    }
    int bits = in.u8();
    int colorType = in.u8();
    int samples = samples(colorType, in.offset());
    chunks(SIGNATURE + CHUNK_OVERHEAD + IHDR_LENGTH);
    Alpha alpha = transparency || colorType >= 4 ? Alpha.STRAIGHT : Alpha.NONE;
    return Header.still(
            (int) width,
            (int) height,
            new Channels(samples, colorType == 3 ? 8 : bits, alpha),
            new Color(model(colorType), color.profile()))
        .withFrames(frames, animated ? new Animation(durationMillis, plays) : null)
        .withExif(exif);
  }

  /** Table 8. */
  private static int samples(int colorType, long at) throws Malformed {
    return switch (colorType) {
      case 0 -> 1;
      case 2, 3 -> 3;
      case 4 -> 2;
      case 6 -> 4;
      default -> throw new Malformed(at - 1, "no color type is " + colorType);
    };
  }

  private static Model model(int colorType) {
    return switch (colorType) {
      case 0, 4 -> Model.GRAY;
      case 3 -> Model.PALETTE;
      default -> Model.RGB;
    };
  }

  /** 5.3: length, type, data, CRC. What is cut off is the decoder's to find. */
  private void chunks(long from) {
    try {
      long at = from;
      while (head.holds(at, 8)) {
        ByteReader in = head.slice(at, 8);
        long length = in.u32();
        String type = in.text(4);
        switch (type) {
          case "tRNS" -> transparency = true;
          case "acTL" -> animation(head.slice(at + 8, 8));
          case "fcTL" -> frame(head.slice(at + 8, 26));
          case "eXIf" -> exif = ExifReader.read(head.slice(at + 8, length).bytes((int) length));
          case "cICP", "iCCP", "sRGB", "gAMA", "cHRM" ->
              color.add(type, head.slice(at + 8, length));
          case "IEND" -> {
            return;
          }
          default -> {}
        }
        at += CHUNK_OVERHEAD + length;
      }
    } catch (Malformed e) {
      // The figures are known already.
    }
  }

  /** 11.3.6.1: how many frames, and how often they are played. */
  private void animation(ByteReader in) throws Malformed {
    frames = Math.max(1, in.count());
    plays = in.count();
    animated = true;
  }

  /** 11.3.6.2: behind 20 bytes of place and size, the delay as a fraction of a second. */
  private void frame(ByteReader in) throws Malformed {
    int numerator = in.skip(20).u16();
    int denominator = in.u16();
    durationMillis +=
        Animation.shownMillis(1000 * numerator / (denominator == 0 ? 100 : denominator));
  }
}
