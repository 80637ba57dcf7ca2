package dev.darkroom.codec.heif;

/**
 * Largest structure that is read; a file beyond it counts as hostile.
 *
 * @param metaBytes size of the {@code meta} box, without the items that lie in it
 * @param boxes number of boxes in all
 * @param items number of items in all
 * @param extents number of pieces of items in all
 * @param references number of references between items in all
 * @param associations number of associations of items with properties in all
 * @param tiles number of tiles of one picture
 */
public record HeifLimits(
    int metaBytes, int boxes, int items, int extents, int references, int associations, int tiles) {
  /** A phone's 200 MP in tiles of 512×512 are 768, and as many again for its gain map. */
  public static final HeifLimits DEFAULT =
      new HeifLimits(4 << 20, 8192, 4096, 8192, 16_384, 32_768, 1024);
}
