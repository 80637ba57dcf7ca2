package dev.darkroom.codec.webp;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What an animated WebP file says of itself, without a pixel decoded.
 *
 * @param width of the canvas, in pixels
 * @param background as {@code 0xAARRGGBB}; a hint that browsers pass over in favor of transparency
 * @param loops how often it plays; 0 is for ever
 * @param alpha whether any frame says to have some
 * @param frames at least one
 * @param truncated whether the file is shorter than it says; a frame that it breaks off in is left
 *     out
 */
public record WebpAnimation(
    int width,
    int height,
    int background,
    int loops,
    boolean alpha,
    List<WebpFrame> frames,
    boolean truncated) {
  private static final int ANIMATION_FLAG = 0x02;
  private static final int ALPHA_FLAG = 0x10;
  private static final int NOT_BLENDED = 0x02;
  private static final int DISPOSED = 0x01;
  private static final int CHUNK_HEADER = 8;

  public WebpAnimation {
    frames = List.copyOf(frames);
  }

  /**
   * Reads the whole file's structure.
   *
   * @throws Malformed if it is no animated WebP, or has no whole frame, or one outside the canvas
   */
  public static WebpAnimation read(byte[] file) throws Malformed {
    var whole = new ByteReader(file);
    expect(whole, "RIFF");
    long size = whole.u32le();
    boolean truncated = size > whole.remaining();
    ByteReader in = whole.slice((int) Math.min(size, whole.remaining()));
    expect(in, "WEBP");
    expect(in, "VP8X");
    ByteReader extended = in.slice(length(in));
    int flags = extended.u8();
    if ((flags & ANIMATION_FLAG) == 0) {
      throw new Malformed(extended.offset() - 1, "no animation");
    }
    int width = extended.skip(3).u24le() + 1;
    int height = extended.u24le() + 1;
    return new Chunks(in, width, height, truncated).read((flags & ALPHA_FLAG) != 0);
  }

  private static void expect(ByteReader in, String tag) throws Malformed {
    if (!in.text(4).equals(tag)) {
      throw new Malformed(in.offset() - 4, "no " + tag);
    }
  }

  /** 2.3: 32 bits; chunks begin at even places, so an odd length is followed by one more byte. */
  private static int length(ByteReader in) throws Malformed {
    long length = in.u32le();
    in.require(length);
    return (int) length;
  }

  /** The chunks after {@code VP8X}. */
  private static final class Chunks {
    private final ByteReader in;
    private final int width;
    private final int height;
    private final List<WebpFrame> frames = new ArrayList<>();
    private int background;
    private int loops;
    private boolean truncated;

    Chunks(ByteReader in, int width, int height, boolean truncated) {
      this.in = in;
      this.truncated = truncated;
      this.width = width;
      this.height = height;
    }

    WebpAnimation read(boolean alpha) throws Malformed {
      while (in.remaining() >= CHUNK_HEADER) {
        String type = in.text(4);
        long length = in.u32le();
        if (length > in.remaining()) {
          truncated = true;
          break;
        }
        chunk(type, in.slice((int) length));
        in.skip(Math.min(length & 1, in.remaining()));
      }
      if (frames.isEmpty()) {
        throw new Malformed(in.offset(), "no frame");
      }
      return new WebpAnimation(width, height, background, loops, alpha, frames, truncated);
    }

    private void chunk(String type, ByteReader body) throws Malformed {
      switch (type) {
        // 2.7.1.1: blue, green, red, alpha, loop count.
        case "ANIM" -> {
          background = body.i32le();
          loops = body.u16le();
        }
        case "ANMF" -> frames.add(frame(body));
        default -> {
          // Color profile, metadata, or unknown: none that changes a frame's place.
        }
      }
    }

    private WebpFrame frame(ByteReader body) throws Malformed {
      long at = body.offset();
      int x = 2 * body.u24le();
      int y = 2 * body.u24le();
      int frameWidth = body.u24le() + 1;
      int frameHeight = body.u24le() + 1;
      Duration duration = Duration.ofMillis(body.u24le());
      int flags = body.u8();
      if (x + frameWidth > width || y + frameHeight > height) {
        throw new Malformed(at, "a frame outside the canvas");
      }
      int start = bitstream(body);
      return new WebpFrame(
          x,
          y,
          frameWidth,
          frameHeight,
          duration,
          (flags & NOT_BLENDED) == 0,
          (flags & DISPOSED) != 0,
          start,
          (int) body.offset() - start);
    }

    /**
     * Goes to the end of the frame's colors.
     *
     * @return where its alpha begins, or its colors where it has none
     */
    private static int bitstream(ByteReader body) throws Malformed {
      int alpha = -1;
      while (true) {
        int start = (int) body.offset();
        String type = body.text(4);
        int length = length(body);
        body.skip(length);
        if (type.equals("VP8 ") || type.equals("VP8L")) {
          return alpha < 0 || type.equals("VP8L") ? start : alpha;
        }
        body.skip(Math.min(length & 1, body.remaining()));
        if (type.equals("ALPH")) {
          alpha = start;
        }
      }
    }
  }
}
