package dev.darkroom.codec.heif;

import dev.darkroom.codec.mp4.SampleEntry.Color;
import java.util.List;

/**
 * A picture as it is coded: one tile, or rows of tiles of equal size. Tiles may overhang at the
 * right and at the bottom.
 *
 * @param width in pixels, before any transform
 * @param height in pixels, before any transform
 * @param tiles row by row; their number is columns times rows
 * @param coded size of a tile as its decoder works on it, at least
 * @param color as the codec's own header states it, 2 and null for what it does not (ITU-T H.273)
 */
public record CodedPicture(
    int width,
    int height,
    int columns,
    int rows,
    int tileWidth,
    int tileHeight,
    TileCoding coding,
    List<ItemData> tiles,
    Size coded,
    Color color) {
  public CodedPicture {
    tiles = List.copyOf(tiles);
    if (tiles.size() != columns * rows) {
      throw new IllegalArgumentException(tiles.size() + " tiles for " + columns + "×" + rows);
    }
  }
}
