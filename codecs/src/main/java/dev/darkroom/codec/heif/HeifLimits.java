package dev.darkroom.codec.heif;

/**
 * How much of a file's structure is looked at before it counts as hostile.
 *
 * @param metaBytes of the {@code meta} box
 * @param boxes in all
 * @param items in all
 * @param extents pieces of items, in all
 * @param references from items to others, in all
 * @param associations of items with properties, in all
 * @param tiles of one picture
 * @param itemBytes of one item, put together
 */
public record HeifLimits(
    int metaBytes,
    int boxes,
    int items,
    int extents,
    int references,
    int associations,
    int tiles,
    int itemBytes) {
  /** A phone's 200 MP in tiles of 512×512 are 768, and as many again for its gain map. */
  public static final HeifLimits DEFAULT =
      new HeifLimits(4 << 20, 8192, 4096, 8192, 16_384, 32_768, 1024, 64 << 20);
}
