package dev.darkroom.codec.heif;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.heif.ItemData.Extent;
import dev.darkroom.codec.mp4.BoxHead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where items lie: {@code iloc} (ISO/IEC 14496-12, 8.11.3), versions 0 to 2. */
final class ItemLocations {
  private static final int IN_FILE = 0;
  private static final int IN_IDAT = 1;

  private final Map<Long, ItemData> items = new HashMap<>();
  private final @Nullable BoxHead idat;

  private ItemLocations(@Nullable BoxHead idat) {
    this.idat = idat;
  }

  static ItemLocations none() {
    return new ItemLocations(null);
  }

  /**
   * Reads the box.
   *
   * @param idat the box {@code idat}, in which some items lie
   */
  static ItemLocations read(ByteReader in, @Nullable BoxHead idat, HeifLimits limits)
      throws Malformed {
    var locations = new ItemLocations(idat);
    int version = in.u8();
    in.skip(3);
    int sizes = in.u16();
    int offsetSize = size(in, sizes >> 12);
    int lengthSize = size(in, (sizes >> 8) & 15);
    int baseSize = size(in, (sizes >> 4) & 15);
    int indexSize = version == 0 ? 0 : size(in, sizes & 15);
    long count = version < 2 ? in.u16() : in.u32();
    if (version > 2 || count > limits.items()) {
      throw new Malformed(in.offset(), "too many items, or a later kind of iloc,");
    }
    int extentsLeft = limits.extents();
    for (long i = 0; i < count; i++) {
      long id = version < 2 ? in.u16() : in.u32();
      int method = version == 0 ? IN_FILE : in.u16() & 15;
      int reference = in.u16();
      long base = number(in, baseSize);
      int extents = in.u16();
      extentsLeft -= extents;
      if (extentsLeft < 0) {
        throw new Malformed(in.offset(), "too many pieces of items");
      }
      var pieces = new ArrayList<Extent>();
      for (int j = 0; j < extents; j++) {
        in.skip(indexSize);
        long offset = number(in, offsetSize);
        pieces.add(new Extent(sum(in, base, offset), number(in, lengthSize)));
      }
      // No picture needs items that lie in other files or in other items.
      if (reference == 0 && (method == IN_FILE || method == IN_IDAT)) {
        locations.items.put(id, locations.data(pieces, method == IN_IDAT));
      }
    }
    return locations;
  }

  private ItemData data(List<Extent> pieces, boolean inIdat) throws Malformed {
    var placed = new ArrayList<Extent>();
    long total = 0;
    for (Extent piece : pieces) {
      Extent extent = piece;
      if (inIdat) {
        BoxHead data = idat;
        if (data == null || piece.offset() + piece.length() > data.payloadSize()) {
          throw new Malformed(data == null ? 0 : data.offset(), "an item outside of idat");
        }
        long length = piece.length() == 0 ? data.payloadSize() - piece.offset() : piece.length();
        extent = new Extent(data.offset() + data.length() + piece.offset(), length);
      }
      placed.add(extent);
      total += extent.length();
    }
    return new ItemData(placed, total);
  }

  /** Returns an item's place, null if it is unknown or in another file. */
  @Nullable ItemData find(long item) {
    return items.get(item);
  }

  private static int size(ByteReader in, int size) throws Malformed {
    if (size != 0 && size != 4 && size != 8) {
      throw new Malformed(in.offset(), "numbers of " + size + " bytes");
    }
    return size;
  }

  /** Reads a number of at most 48 bits, so that the sum of thousands fits in 63 bits. */
  private static long number(ByteReader in, int size) throws Malformed {
    long value =
        switch (size) {
          case 0 -> 0;
          case 4 -> in.u32();
          default -> in.u64();
        };
    if (value >= 1L << 48) {
      throw new Malformed(in.offset(), "a place outside of any file");
    }
    return value;
  }

  private static long sum(ByteReader in, long base, long offset) throws Malformed {
    if (base + offset >= 1L << 48) {
      throw new Malformed(in.offset(), "a place outside of any file");
    }
    return base + offset;
  }
}
