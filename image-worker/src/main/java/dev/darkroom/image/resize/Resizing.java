package dev.darkroom.image.resize;

import dev.darkroom.codec.picture.Bitmap;
import java.awt.Rectangle;
import java.io.IOException;
import java.io.UncheckedIOException;
import net.coobird.thumbnailator.Thumbnails;

/** Pictures, or parts of them, at other sizes. */
public final class Resizing {
  private static final LanczosThumbnails LANCZOS = new LanczosThumbnails();

  private Resizing() {}

  /** All of it; itself where it has that size already. */
  public static Bitmap resize(Bitmap bitmap, int width, int height) {
    return resize(bitmap, new Rectangle(bitmap.width(), bitmap.height()), width, height);
  }

  /**
   * @param part of the picture
   * @param width of the result, which shares no pixels with the picture unless it is all of it
   */
  public static Bitmap resize(Bitmap bitmap, Rectangle part, int width, int height) {
    if (bitmap.width() == width
        && bitmap.height() == height
        && part.width == width
        && part.height == height) {
      return bitmap;
    }
    var image = Images.of(bitmap);
    try {
      return Images.bitmap(
          Thumbnails.of(image)
              .sourceRegion(part)
              .forceSize(width, height)
              .imageType(image.getType())
              .resizer(LANCZOS)
              .asBufferedImage());
    } catch (IOException e) {
      throw new UncheckedIOException("no file is read here", e);
    }
  }
}
