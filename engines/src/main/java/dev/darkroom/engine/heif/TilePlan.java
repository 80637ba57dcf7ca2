package dev.darkroom.engine.heif;

import dev.darkroom.codec.heif.CodedPicture;
import dev.darkroom.codec.heif.TileCoding.Chroma;
import dev.darkroom.engine.ffmpeg.PixelLayout;

/**
 * Sizes and layout of tiles and of the picture that they make, in pixels after the reduction.
 *
 * @param reduction divisor of the sides
 * @param columns number of tiles in a row
 * @param width of the whole picture
 * @param height of the whole picture
 */
record TilePlan(
    PixelLayout layout,
    int reduction,
    int columns,
    int width,
    int height,
    int tileWidth,
    int tileHeight) {
  /**
   * Plans the tiles of a picture.
   *
   * @param wanted largest reduction
   */
  static TilePlan of(CodedPicture picture, int wanted) {
    boolean single = picture.tiles().size() == 1;
    int reduction =
        reduction(wanted, picture.tiles().size(), picture.tileWidth(), picture.tileHeight());
    int tileWidth = divided(picture.tileWidth(), reduction);
    int tileHeight = divided(picture.tileHeight(), reduction);
    return new TilePlan(
        layout(picture, reduction, tileWidth, tileHeight, single),
        reduction,
        picture.columns(),
        whole(picture.width(), reduction, single),
        whole(picture.height(), reduction, single),
        tileWidth,
        tileHeight);
  }

  /** Returns the largest reduction after which tiles still meet; a single one need not. */
  static int reduction(int wanted, int tiles, int tileWidth, int tileHeight) {
    int reduction = wanted;
    while (tiles > 1 && (tileWidth % reduction != 0 || tileHeight % reduction != 0)) {
      reduction /= 2;
    }
    return reduction;
  }

  /**
   * Chooses the planes. Chroma of half size fits a reduced luma as it is. Where tiles have odd
   * sides, chroma of half size would not meet, so it is decoded at full size.
   */
  private static PixelLayout layout(
      CodedPicture picture, int reduction, int tileWidth, int tileHeight, boolean single) {
    Chroma chroma = picture.coding().chroma();
    boolean even = single || (tileWidth % 2 == 0 && tileHeight % 2 == 0);
    return switch (chroma) {
      case NONE -> PixelLayout.GRAY;
      case FULL, HALF_ACROSS -> PixelLayout.YUV444;
      case HALF_BOTH_WAYS -> reduction == 1 && even ? PixelLayout.YUV420 : PixelLayout.YUV444;
    };
  }

  /** Divides a side of the picture, without a last pixel that would be partly overhang. */
  private static int whole(int length, int by, boolean single) {
    return single ? divided(length, by) : Math.max(1, length / by);
  }

  /** Returns a plan of one tile of another size. */
  TilePlan sized(int newWidth, int newHeight) {
    return new TilePlan(layout, reduction, 1, newWidth, newHeight, newWidth, newHeight);
  }

  private static int divided(int length, int by) {
    return (length + by - 1) / by;
  }

  /** Converts a length in pixels to a plane's samples. */
  int along(int plane, int length) {
    return plane > 0 && layout == PixelLayout.YUV420 ? (length + 1) / 2 : length;
  }

  long pixels() {
    return (long) width * height;
  }
}
