package dev.darkroom.engine.heif;

import dev.darkroom.codec.heif.CodedPicture;
import dev.darkroom.codec.heif.TileCoding.Chroma;
import dev.darkroom.engine.ffmpeg.PixelLayout;

/**
 * How tiles are decoded, and what they make, in pixels after the reduction.
 *
 * @param width of the whole
 */
record TilePlan(
    PixelLayout layout,
    int reduction,
    int columns,
    int width,
    int height,
    int tileWidth,
    int tileHeight) {
  private static final int IDENTITY = 0;

  /**
   * @param matrix of ITU-T H.273; 2 if it is not said
   */
  static TilePlan of(CodedPicture picture, int wanted, int matrix) {
    int reduction = wanted;
    // Within one tile nothing has to meet.
    boolean single = picture.tiles().size() == 1;
    while (!single
        && (picture.tileWidth() % reduction != 0 || picture.tileHeight() % reduction != 0)) {
      reduction /= 2;
    }
    int tileWidth = divided(picture.tileWidth(), reduction);
    int tileHeight = divided(picture.tileHeight(), reduction);
    return new TilePlan(
        layout(picture, matrix, reduction, tileWidth, tileHeight, single),
        reduction,
        picture.columns(),
        whole(picture.width(), reduction, single),
        whole(picture.height(), reduction, single),
        tileWidth,
        tileHeight);
  }

  /**
   * Chroma of half the size is that of a reduced luma, and is taken as it is; in odd tiles it would
   * not meet.
   */
  private static PixelLayout layout(
      CodedPicture picture,
      int matrix,
      int reduction,
      int tileWidth,
      int tileHeight,
      boolean single) {
    Chroma chroma = picture.coding().chroma();
    boolean even = single || (tileWidth % 2 == 0 && tileHeight % 2 == 0);
    return switch (chroma) {
      case NONE -> PixelLayout.GRAY;
      case FULL -> matrix == IDENTITY ? PixelLayout.GBR : PixelLayout.YUV444;
      case HALF_ACROSS -> PixelLayout.YUV444;
      case HALF_BOTH_WAYS -> reduction == 1 && even ? PixelLayout.YUV420 : PixelLayout.YUV444;
    };
  }

  /** Where a last pixel would be made of what overhangs too, it is left out. */
  private static int whole(int length, int by, boolean single) {
    return single ? divided(length, by) : Math.max(1, length / by);
  }

  /** The same of another size, for one tile. */
  TilePlan sized(int newWidth, int newHeight) {
    return new TilePlan(layout, reduction, 1, newWidth, newHeight, newWidth, newHeight);
  }

  private static int divided(int length, int by) {
    return (length + by - 1) / by;
  }

  /** A length in a plane's samples. */
  int along(int plane, int length) {
    return plane > 0 && layout == PixelLayout.YUV420 ? (length + 1) / 2 : length;
  }

  /** Bytes of the planes, of the pixels made of them, and of a tile on its way. */
  long memory(boolean alpha) {
    long pixels = (long) width * height;
    long perPixel = layout.planes() + 4L + (alpha ? 3 : 0);
    return pixels * perPixel + 4L * tileWidth * tileHeight;
  }
}
