package dev.darkroom.codec.gif;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks a GIF file from image to image.
 *
 * <p>A zero byte between two blocks is skipped: some programs end their data twice (section 16),
 * and browsers play those files. Any other byte that begins no block ends the walk, as does an
 * image without a palette or with an impossible code size.
 */
final class GifBlocks {
  /** Offset of the Logical Screen Descriptor, in bytes. */
  static final int SCREEN = 6;

  private static final int FIRST_BLOCK = 13;
  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2c;
  private static final int TRAILER = 0x3b;
  private static final int GRAPHIC_CONTROL = 0xf9;
  private static final int APPLICATION = 0xff;
  private static final Set<String> LOOPING = Set.of("NETSCAPE2.0", "ANIMEXTS1.0");
  private static final int OPAQUE = 0xff000000;

  /** Eight would do (appendix F); codes have at most twelve bits, one more than their size. */
  private static final int MAX_CODE_SIZE = 11;

  private final ByteReader in;
  private final int[] globalColors;
  private int width;
  private int height;
  private boolean started;

  private int plays = 1;
  private GifControl control = GifControl.NONE;
  private @Nullable SubBlocks unread;

  private GifBlocks(ByteReader in, int width, int height, int[] globalColors) {
    this.in = in;
    this.width = width;
    this.height = height;
    this.globalColors = globalColors;
  }

  /** Reads the Logical Screen Descriptor and the global palette (sections 18 and 19). */
  static GifBlocks open(Head head) throws Malformed {
    ByteReader screen = head.slice(SCREEN, FIRST_BLOCK - SCREEN);
    int width = screen.u16le();
    int height = screen.u16le();
    int palette = paletteLength(screen.u8());
    int[] colors = colors(head.slice(FIRST_BLOCK, palette));
    return new GifBlocks(head.sliceFrom(FIRST_BLOCK + palette), width, height, colors);
  }

  /** Returns the screen's width, in pixels; after the first image was found, the final one. */
  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Returns the offset of the next byte to be read; after {@link #next()}, of the codes. */
  long offset() {
    return in.offset();
  }

  /** Returns how often the animation is played, as far as the walk has come; 0 is forever. */
  int plays() {
    return plays;
  }

  /**
   * Moves to the next image, past the codes of the one before. Returns null at the trailer, and
   * where a file ends without one.
   */
  @Nullable GifImage next() throws Malformed {
    if (unread != null) {
      unread.skip();
    }
    while (in.hasRemaining() || !started) {
      int label = in.u8();
      switch (label) {
        case EXTENSION -> extension();
        case IMAGE -> {
          return image();
        }
        case TRAILER -> {
          return null;
        }
        case 0 -> {}
        default -> throw new Malformed(in.offset() - 1, "no block begins with " + label);
      }
    }
    return null;
  }

  /** Sections 23 and 26. */
  private void extension() throws Malformed {
    int label = in.u8();
    var blocks = new SubBlocks(in);
    if (label == GRAPHIC_CONTROL) {
      control = GifControl.read(blocks.next());
    } else if (label == APPLICATION) {
      ByteReader name = blocks.next();
      if (LOOPING.contains(name.text(name.length()))) {
        looping(blocks);
      }
    }
    blocks.skip();
  }

  /**
   * Netscape's Looping Application Extension: a sub-block of a 1 and how often to repeat what has
   * been played once; 0 is forever.
   */
  private void looping(SubBlocks blocks) throws Malformed {
    for (ByteReader block = blocks.next(); block.hasRemaining(); block = blocks.next()) {
      if (block.length() >= 3 && block.u8() == 1) {
        int repeats = block.u16le();
        plays = repeats == 0 ? 0 : repeats + 1;
      }
    }
  }

  /** Sections 20 to 22. */
  private GifImage image() throws Malformed {
    var part = new Screen.Part(in.u16le(), in.u16le(), in.u16le(), in.u16le());
    int flags = in.u8();
    int[] local = colors(in.slice(paletteLength(flags)));
    int[] colors = local.length == 0 ? globalColors : local;
    if (colors.length == 0) {
      throw new Malformed(in.offset(), "a frame without colors");
    }
    int codeSize = in.u8();
    if (codeSize < 1 || codeSize > MAX_CODE_SIZE) {
      throw new Malformed(in.offset() - 1, "no code size is " + codeSize);
    }
    start(part);
    unread = new SubBlocks(in);
    var image = new GifImage(control, part, (flags & 0x40) != 0, colors, codeSize, unread);
    control = GifControl.NONE;
    return image;
  }

  /** The first image makes the screen larger, as in browsers: many programs write a wrong one. */
  private void start(Screen.Part first) throws Malformed {
    if (!started) {
      width = Math.max(width, first.left() + first.width());
      height = Math.max(height, first.top() + first.height());
      if (width == 0 || height == 0) {
        throw new Malformed(SCREEN, "a screen without an area");
      }
    }
    started = true;
  }

  /** Sections 18 and 20: bit 7 tells whether a palette follows, bits 0 to 2 its size. */
  private static int paletteLength(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  /** Sections 19 and 21. */
  private static int[] colors(ByteReader palette) throws Malformed {
    int[] colors = new int[palette.length() / 3];
    for (int i = 0; i < colors.length; i++) {
      colors[i] = OPAQUE | palette.u24();
    }
    return colors;
  }
}
