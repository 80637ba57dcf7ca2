package dev.darkroom.codec.heif;

import java.util.List;

/**
 * A picture as it is coded: one tile, or rows of tiles of the same size that may overhang at the
 * right and at the bottom.
 *
 * @param width before any transform
 * @param tiles row by row; columns times rows of them
 */
public record CodedPicture(
    int width,
    int height,
    int columns,
    int rows,
    int tileWidth,
    int tileHeight,
    TileCoding coding,
    List<ItemData> tiles) {
  public CodedPicture {
    tiles = List.copyOf(tiles);
    if (tiles.size() != columns * rows) {
      throw new IllegalArgumentException(tiles.size() + " tiles for " + columns + "×" + rows);
    }
  }
}
