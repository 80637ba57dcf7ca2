package dev.darkroom.codec.gif;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * Composes the frames of one file, one after the other.
 *
 * <p>It allocates twice the screen, thrice where a frame is restored: check the size before. A file
 * that is cut off or broken gives the frames before, and what there is of that one.
 */
public final class GifReader {
  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2c;
  private static final int TRAILER = 0x3b;
  private static final int GRAPHIC_CONTROL = 0xf9;
  private static final int APPLICATION = 0xff;
  private static final int UNSEEN_DELAY = 20;
  private static final int BROWSERS_DELAY = 100;
  private static final int OPAQUE = 0xff000000;

  private final ByteReader in;
  private final long maxPixels;
  private final int width;
  private final int height;
  private final int @Nullable [] globalColors;
  private final Screen screen;

  private int plays = 1;
  private int frames;
  private int delayMillis = BROWSERS_DELAY;
  private int transparent = -1;
  private Disposal disposal = Disposal.KEEP;

  private GifReader(
      ByteReader in, long maxPixels, int width, int height, int @Nullable [] globalColors) {
    this.in = in;
    this.maxPixels = maxPixels;
    this.width = width;
    this.height = height;
    this.globalColors = globalColors;
    this.screen = new Screen(width, height);
  }

  /**
   * Section 18.
   *
   * @param file of which the magic number is known already
   * @param maxPixels of the screen, and of any frame
   */
  public static GifReader open(byte[] file, long maxPixels) throws Malformed {
    var in = new ByteReader(file).skip(6);
    int width = in.u16le();
    int height = in.u16le();
    if (width == 0 || height == 0 || (long) width * height > maxPixels) {
      throw new Malformed(6, "no screen of " + width + "×" + height);
    }
    int flags = in.u8();
    in.skip(2);
    return new GifReader(in, maxPixels, width, height, colors(in, flags));
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** How often it is played, as far as has been read; 0 for ever. */
  public int plays() {
    return plays;
  }

  /**
   * The next frame; null behind the last one.
   *
   * @throws Malformed if there is none at all
   */
  public @Nullable GifFrame next() throws Malformed {
    try {
      while (true) {
        int label = in.u8();
        if (label == EXTENSION) {
          extension();
        } else if (label == IMAGE) {
          GifFrame frame = image();
          frames++;
          return frame;
        } else if (label == TRAILER && frames > 0) {
          return null;
        } else if (label != 0) {
          throw new Malformed(in.offset() - 1, "no block begins with " + label);
        }
      }
    } catch (Malformed e) {
      if (frames == 0) {
        throw e;
      }
      return null;
    }
  }

  private void extension() throws Malformed {
    switch (in.u8()) {
      case GRAPHIC_CONTROL -> graphicControl();
      case APPLICATION -> application();
      default -> skipBlocks();
    }
  }

  /** Section 23; delays are hundredths of a second. */
  private void graphicControl() throws Malformed {
    ByteReader block = in.slice(in.u8());
    if (block.length() >= 4) {
      int flags = block.u8();
      int delay = block.u16le() * 10;
      delayMillis = delay < UNSEEN_DELAY ? BROWSERS_DELAY : delay;
      transparent = (flags & 1) == 0 ? -1 : block.u8();
      disposal = Disposal.of(flags);
    }
    skipBlocks();
  }

  /**
   * Section 26; Netscape's extension of 1996 says how often it is repeated after the first time.
   */
  private void application() throws Malformed {
    ByteReader identifier = in.slice(in.u8());
    String name = identifier.text(identifier.length());
    boolean looping = name.equals("NETSCAPE2.0") || name.equals("ANIMEXTS1.0");
    for (int size = in.u8(); size != 0; size = in.u8()) {
      ByteReader block = in.slice(size);
      if (looping && size >= 3 && block.u8() == 1) {
        int repeats = block.u16le();
        plays = repeats == 0 ? 0 : repeats + 1;
      }
    }
  }

  private void skipBlocks() throws Malformed {
    for (int size = in.u8(); size != 0; size = in.u8()) {
      in.skip(size);
    }
  }

  /** Section 20, with the table and the data behind it. */
  private GifFrame image() throws Malformed {
    var part = new Screen.Part(in.u16le(), in.u16le(), in.u16le(), in.u16le());
    int flags = in.u8();
    int[] local = colors(in, flags);
    int[] colors = local == null ? globalColors : local;
    if (colors == null) {
      throw new Malformed(in.offset(), "a frame without colors");
    }
    var lzw = new LzwDecoder(in);
    screen.dispose();
    screen.remember(part, disposal);
    long area = (long) part.width() * part.height();
    if (area > maxPixels) {
      throw new Malformed(in.offset(), "a frame of " + part.width() + "×" + part.height());
    }
    byte[] indices = new byte[(int) area];
    int count = lzw.decode(indices);
    if (count == 0 && frames == 0 && area > 0) {
      throw new Malformed(in.offset(), "a frame without pixels");
    }
    if (count > 0) {
      screen.paint(part, indices, count, colors, transparent, (flags & 0x40) != 0);
    }
    boolean cutOff = isCutOff(lzw);
    var frame = new GifFrame(screen.seen(), delayMillis, count < area || cutOff);
    delayMillis = BROWSERS_DELAY;
    transparent = -1;
    disposal = Disposal.KEEP;
    return frame;
  }

  private static boolean isCutOff(LzwDecoder lzw) {
    try {
      lzw.finish();
      return false;
    } catch (Malformed e) {
      return true;
    }
  }

  /** Sections 19 and 21: bit 7 says that there is a table, bits 0 to 2 its size. */
  private static int @Nullable [] colors(ByteReader in, int flags) throws Malformed {
    if ((flags & 0x80) == 0) {
      return null;
    }
    ByteReader table = in.slice(3 << ((flags & 7) + 1));
    int[] colors = new int[table.length() / 3];
    for (int i = 0; i < colors.length; i++) {
      colors[i] = OPAQUE | table.u24();
    }
    return colors;
  }
}
