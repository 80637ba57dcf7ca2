package dev.darkroom.codec.header;

/**
 * How a HEIF picture is coded, in figures that bound the work of decoding it.
 *
 * @param codec type of the items that hold the pixels, such as {@code hvc1}
 * @param width of the picture before it is cropped and turned, in pixels
 * @param height of the picture before it is cropped and turned, in pixels
 * @param tileWidth width of a tile in pixels; of a picture without tiles, its own
 * @param tileHeight height of a tile in pixels
 * @param tiles number of tiles, 1 or more
 * @param largestTile pixels that a decoder works on at once, for colors or for alpha
 * @param allTiles pixels of all tiles together, for colors or for alpha
 */
public record HeifCoding(
    String codec,
    int width,
    int height,
    int tileWidth,
    int tileHeight,
    int tiles,
    long largestTile,
    long allTiles) {
  /** Returns the number of pixels before the picture is cropped. */
  public long pixels() {
    return (long) width * height;
  }
}
