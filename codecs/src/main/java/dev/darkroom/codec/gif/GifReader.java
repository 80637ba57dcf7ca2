package dev.darkroom.codec.gif;

import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the frames of one GIF file, one after the other, as they appear on the screen.
 *
 * <p>It allocates two integers a pixel of the screen, three if a frame is restored: check the size
 * first. A file that is cut off or broken yields the frames before the break, and the rows before
 * it of the frame in which it breaks.
 */
public final class GifReader {
  private final GifBlocks blocks;
  private final long maxPixels;
  private final Screen screen;
  private int frames;

  private GifReader(GifBlocks blocks, long maxPixels) {
    this.blocks = blocks;
    this.maxPixels = maxPixels;
    this.screen = new Screen(blocks.width(), blocks.height());
  }

  /**
   * Opens a file whose signature has been checked.
   *
   * @param maxPixels most pixels that the screen may have, and each frame
   */
  public static GifReader open(byte[] file, long maxPixels) throws Malformed {
    GifBlocks blocks = GifBlocks.open(new Head(file, true));
    if ((long) blocks.width() * blocks.height() > maxPixels) {
      throw new Malformed(
          GifBlocks.SCREEN, "a screen of " + blocks.width() + "×" + blocks.height());
    }
    return new GifReader(blocks, maxPixels);
  }

  /**
   * Decodes the next frame; null after the last one.
   *
   * @throws Malformed if there is no frame at all
   */
  public @Nullable GifFrame next() throws Malformed {
    try {
      GifImage image = blocks.next();
      if (image == null && frames == 0) {
        throw new Malformed(blocks.offset(), "no frame");
      }
      return image == null ? null : frame(image);
    } catch (Malformed e) {
      if (frames == 0) {
        throw e;
      }
      return null;
    }
  }

  private GifFrame frame(GifImage image) throws Malformed {
    Screen.Part part = image.part();
    long area = (long) part.width() * part.height();
    if (area > maxPixels) {
      throw new Malformed(blocks.offset(), "a frame of " + part.width() + "×" + part.height());
    }
    screen.dispose();
    screen.remember(part, image.control().disposal());
    byte[] indices = new byte[(int) area];
    int count = new LzwDecoder(image.codeSize(), image.codes()).decode(indices);
    if (count == 0 && frames == 0 && area > 0) {
      throw new Malformed(blocks.offset(), "a frame without pixels");
    }
    if (count > 0) {
      screen.paint(image, indices, count);
    }
    frames++;
    return new GifFrame(
        screen.bitmap(), image.control().delayMillis(), count < area || isCutOff(image));
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
