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
import java.util.HashSet;
import java.util.Set;

/** Reads what a PNG's chunks say of its picture, without decoding a pixel. */
public final class PngHeader {
  /** Chunks that a file may have once; repeated ones are skipped, as by libpng. */
  private final Set<String> seen = new HashSet<>();

  private final PngChunks chunks;
  private final PngColor color = new PngColor();
  private boolean transparency;

  /** Whether pixels have come, which what tells their colors must precede (5.6, table 7). */
  private boolean pixels;

  private int frames = 1;
  private boolean animated;
  private int plays;
  private long durationMillis;
  private Exif exif = Exif.NONE;

  private PngHeader(PngChunks chunks) {
    this.chunks = chunks;
  }

  public static Header read(Head head) throws Malformed {
    return new PngHeader(new PngChunks(head)).read();
  }

  private Header read() {
    try {
      PngChunks.Chunk chunk = chunks.next();
      while (chunk != null) {
        read(chunk);
        chunk = chunks.next();
      }
    } catch (Malformed e) {
      // IHDR has told the figures; damage to the rest is the decoder's to find.
    }
    PngLayout layout = chunks.layout();
    int type = layout.colorType();
    Alpha alpha =
        transparency || type == PngLayout.GRAY_ALPHA || type == PngLayout.TRUECOLOR_ALPHA
            ? Alpha.STRAIGHT
            : Alpha.NONE;
    var channels =
        type == PngLayout.PALETTE
            ? new Channels(3, 8, alpha)
            : new Channels(layout.samples(), layout.bits(), alpha);
    return Header.still(
            layout.width(), layout.height(), channels, new Color(model(type), color.profile()))
        .withFrames(frames, animated ? new Animation(durationMillis, plays) : null)
        .withExif(exif);
  }

  private static Model model(int colorType) {
    return switch (colorType) {
      case PngLayout.GRAY, PngLayout.GRAY_ALPHA -> Model.GRAY;
      case PngLayout.PALETTE -> Model.PALETTE;
      default -> Model.RGB;
    };
  }

  private void read(PngChunks.Chunk chunk) throws Malformed {
    String type = chunk.type();
    switch (type) {
      case "IDAT" -> pixels = true;
      case "fcTL" -> frame(chunks.data(chunk));
      case "acTL" -> {
        if (seen.add(type)) {
          animation(chunks.data(chunk));
        }
      }
      case "eXIf" -> {
        if (seen.add(type)) {
          exif = ExifReader.read(chunks.data(chunk));
        }
      }
      case "tRNS" -> transparency |= !pixels;
      case "cICP", "iCCP", "sRGB", "gAMA", "cHRM" -> {
        if (!pixels && seen.add(type)) {
          color.add(type, chunks.data(chunk));
        }
      }
      default -> {}
    }
  }

  /** 11.3.6.1: the number of frames, and of plays. */
  private void animation(ByteReader in) throws Malformed {
    frames = Math.max(1, in.count());
    plays = in.count();
    animated = true;
  }

  /** 11.3.6.2: after 20 bytes of position and size, the delay in seconds as a fraction. */
  private void frame(ByteReader in) throws Malformed {
    int numerator = in.skip(20).u16();
    int denominator = in.u16();
    durationMillis +=
        Animation.shownMillis(1000 * numerator / (denominator == 0 ? 100 : denominator));
  }
}
