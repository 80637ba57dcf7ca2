package dev.darkroom.codec.gif;

import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.OutOfTime;
import dev.darkroom.codec.TimeLimit;
import java.util.PrimitiveIterator;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the frames of one GIF file, one after the other, as they appear on the screen.
 *
 * <p>It allocates an integer a pixel of the screen, two if a frame is restored: check the size
 * first. A file that is cut off or broken yields the frames before the break, and the rows before
 * it of the frame in which it breaks.
 */
public final class GifReader {
  private final GifBlocks blocks;
  private final long maxPixels;
  private final TimeLimit limit;
  private @Nullable Screen screen;

  private GifReader(GifBlocks blocks, long maxPixels, TimeLimit limit) {
    this.blocks = blocks;
    this.maxPixels = maxPixels;
    this.limit = limit;
  }

  /**
   * Opens a file whose signature has been checked.
   *
   * @param maxPixels most pixels that the screen may have
   * @param limit checked at each row
   */
  public static GifReader open(byte[] file, long maxPixels, TimeLimit limit) throws Malformed {
    return new GifReader(GifBlocks.open(new Head(file, true)), maxPixels, limit);
  }

  /**
   * Decodes the next frame; null after the last one.
   *
   * @throws Malformed if there is no frame at all
   */
  public @Nullable GifFrame next() throws Malformed, OutOfTime {
    boolean first = screen == null;
    try {
      GifImage image = blocks.next();
      if (image == null && first) {
        throw new Malformed(blocks.offset(), "no frame");
      }
      return image == null ? null : frame(image);
    } catch (Malformed e) {
      if (first) {
        throw e;
      }
      return null;
    }
  }

  /** Returns whether the file breaks in a frame that is still to come; ends the reading. */
  public boolean breaks() throws OutOfTime {
    try {
      while (blocks.next() != null) {
        limit.check();
      }
      return false;
    } catch (Malformed e) {
      return true;
    }
  }

  private GifFrame frame(GifImage image) throws Malformed, OutOfTime {
    Screen before = screen;
    Screen shown = before == null ? screen() : before;
    shown.dispose();
    shown.remember(image.part(), image.control().disposal());
    boolean whole = paint(image, shown, before == null);
    screen = shown;
    return new GifFrame(shown.bitmap(), image.control().delayMillis(), !whole || isCutOff(image));
  }

  /** Creates the screen, whose size the first image has completed. */
  private Screen screen() throws Malformed {
    if ((long) blocks.width() * blocks.height() > maxPixels) {
      throw new Malformed(
          GifBlocks.SCREEN, "a screen of " + blocks.width() + "×" + blocks.height());
    }
    return new Screen(blocks.width(), blocks.height());
  }

  /** Paints an image as far as its codes go; returns whether that is all of what is seen of it. */
  private boolean paint(GifImage image, Screen shown, boolean first) throws Malformed, OutOfTime {
    Screen.Part part = image.part();
    var codes = new LzwDecoder(image.codeSize(), image.codes());
    byte[] row = new byte[part.width()];
    int visible = image.interlaced() ? part.height() : shown.visibleRows(part);
    PrimitiveIterator.OfInt rows = Screen.rows(visible, image.interlaced()).iterator();
    for (int done = 0; rows.hasNext() && row.length > 0; done++) {
      limit.check();
      int count = codes.decode(row);
      if (count == 0 && done == 0 && first) {
        throw new Malformed(blocks.offset(), "a frame without pixels");
      }
      shown.paint(image, rows.nextInt(), row, count);
      if (count < row.length) {
        return false;
      }
    }
    return true;
  }

  private static boolean isCutOff(GifImage image) {
    try {
      image.codes().skip();
      return false;
    } catch (Malformed e) {
      return true;
    }
  }
}
