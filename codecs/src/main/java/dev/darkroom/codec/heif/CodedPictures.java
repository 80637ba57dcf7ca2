package dev.darkroom.codec.heif;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.ShortOfBytes;
import dev.darkroom.codec.mp4.Mp4Source;
import dev.darkroom.codec.mp4.SampleEntry.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the tiles of pictures, and what their containers and their codecs say of them. */
final class CodedPictures {
  /** Largest coding block of HEVC and H.264; a coded side may be that much longer, less one. */
  private static final int BLOCK = 64;

  private final Items items;
  private final Mp4Source source;
  private final HeifLimits limits;

  CodedPictures(Items items, Mp4Source source, HeifLimits limits) {
    this.items = items;
    this.source = source;
    this.limits = limits;
  }

  boolean isGrid(long item) {
    return items.type(item).equals("grid");
  }

  /** Lists a grid's tiles, or else the item itself. */
  List<Long> tiles(long item) {
    return isGrid(item) ? items.sources(item) : List.of(item);
  }

  /** Returns an item's size as the grid, the container or the codec states it. */
  Size size(long item) throws IOException, Malformed {
    if (isGrid(item)) {
      return grid(item).size();
    }
    Size stated = items.size(item);
    SequenceHeader header = stated == null ? header(item) : null;
    if (header != null) {
      return header.size();
    }
    if (stated == null) {
      throw new Malformed(0, "no size of item " + item);
    }
    return stated;
  }

  private Grid grid(long item) throws IOException, Malformed {
    return Grid.read(items.data(item), source);
  }

  /** Returns an item's own header; null if it is of an unknown codec, or damaged. */
  private @Nullable SequenceHeader header(long item) throws IOException, Malformed {
    String type = items.type(item);
    ByteReader box = configuration(item);
    if (box == null) {
      return null;
    }
    try {
      boolean inBand = type.equals("av01");
      byte[] start =
          inBand ? items.data(item).start(source, SequenceHeader.MAX_BYTES) : new byte[0];
      return SequenceHeader.read(type, box.bytes(box.remaining()), start);
    } catch (ShortOfBytes e) {
      throw e;
    } catch (Malformed e) {
      return null;
    }
  }

  private @Nullable ByteReader configuration(long item) {
    String type = TileCoding.configurationType(items.type(item)).orElse(null);
    return type == null ? null : items.property(item, type);
  }

  /**
   * Finds an item's tiles.
   *
   * @param size of the picture
   */
  CodedPicture of(long item, Size size) throws IOException, Malformed {
    Grid grid = isGrid(item) ? grid(item) : Grid.single(size);
    List<Long> tiles = tiles(item);
    check(grid, tiles.size());
    var data = new ArrayList<ItemData>();
    for (long tile : tiles) {
      checkAlike(tile, tiles.getFirst());
      data.add(items.data(tile));
    }
    return picture(grid, tiles.getFirst(), data);
  }

  /**
   * Finds the alpha of a grid's tiles; null if none has any. Tiles without alpha have no data.
   *
   * @param item a grid
   */
  @Nullable CodedPicture alphaOfTiles(long item) throws IOException, Malformed {
    Grid grid = grid(item);
    List<Long> tiles = items.sources(item);
    check(grid, tiles.size());
    var data = new ArrayList<ItemData>();
    Long first = null;
    for (long tile : tiles) {
      Long alpha = items.alpha(tile);
      if (alpha != null) {
        first = first == null ? alpha : first;
        checkAlike(alpha, first);
      }
      data.add(alpha == null ? ItemData.NONE : items.data(alpha));
    }
    return first == null ? null : picture(grid, first, data);
  }

  private void check(Grid grid, int tiles) throws Malformed {
    if (tiles < 1 || tiles > limits.tiles() || tiles != grid.tiles()) {
      throw new Malformed(0, tiles + " tiles of a grid");
    }
  }

  /** Checks that tiles are of one size and coded alike (6.6.2.3.1). */
  private void checkAlike(long tile, long first) throws Malformed {
    Size size = items.size(tile);
    Size other = items.size(first);
    if (size != null && other != null && !size.equals(other)) {
      throw new Malformed(0, "tiles of different sizes");
    }
    // AV1 repeats its configuration in each tile.
    ByteReader one = configuration(tile);
    ByteReader two = configuration(first);
    boolean inBand = items.type(first).equals("av01");
    boolean equal =
        items.type(tile).equals(items.type(first))
            && (inBand
                || one == null
                || two == null
                || Arrays.equals(one.bytes(one.remaining()), two.bytes(two.remaining())));
    if (!equal) {
      throw new Malformed(0, "tiles that are coded differently");
    }
  }

  private CodedPicture picture(Grid grid, long first, List<ItemData> data)
      throws IOException, Malformed {
    ByteReader box = configuration(first);
    if (box == null) {
      throw new Malformed(0, "no decoder configuration of item " + first);
    }
    SequenceHeader header = header(first);
    Size tile = tile(grid, items.size(first), header == null ? null : header.size());
    if (!grid.isCoveredBy(tile)) {
      throw new Malformed(0, "tiles that do not cover their picture");
    }
    return new CodedPicture(
        grid.size().width(),
        grid.size().height(),
        grid.columns(),
        grid.rows(),
        tile.width(),
        tile.height(),
        TileCoding.of(items.type(first), box, header),
        data,
        header == null ? padded(tile) : header.coded(),
        header == null ? new Color(2, 2, 2, null) : header.color());
  }

  /**
   * Decides on the size of a tile. The codec's own is right, unless it shows the same picture at
   * another size, as layers of AV1 do: then the container says which is meant.
   *
   * @param stated by the container
   * @param coded by the codec
   */
  private static Size tile(Grid grid, @Nullable Size stated, @Nullable Size coded)
      throws Malformed {
    Size shown = stated == null && grid.tiles() == 1 ? grid.size() : stated;
    if (shown == null || coded == null) {
      Size known = shown == null ? coded : shown;
      if (known == null) {
        throw new Malformed(0, "no size of a tile");
      }
      return known;
    }
    int moreWidth = coded.width() - shown.width();
    int moreHeight = coded.height() - shown.height();
    boolean padded =
        grid.tiles() == 1
            && Math.min(moreWidth, moreHeight) >= 0
            && Math.max(moreWidth, moreHeight) < BLOCK;
    if (padded || !coded.isScaled(shown)) {
      return coded;
    }
    return shown;
  }

  private static Size padded(Size size) {
    return new Size(
        Math.ceilDiv(size.width(), BLOCK) * BLOCK, Math.ceilDiv(size.height(), BLOCK) * BLOCK);
  }
}
