package dev.darkroom.codec.heif;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Box;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Properties, and which of them each item has: {@code iprp} (9.3). */
final class ItemProperties {
  private final List<Box> properties;
  private final Map<Long, List<Box>> ofItems = new HashMap<>();

  private ItemProperties(List<Box> properties) {
    this.properties = properties;
  }

  static ItemProperties read(ByteReader iprp, Box.Budget budget, HeifLimits limits)
      throws Malformed {
    List<Box> boxes = Box.list(iprp, budget);
    var all = new ItemProperties(Box.within(boxes, "ipco", budget));
    int left = limits.associations();
    for (Box box : boxes) {
      if (box.type().equals("ipma")) {
        left = all.associations(box.payload(), left);
      }
    }
    return all;
  }

  /**
   * Reads {@code ipma} (9.3.2), which names properties by index from 1; 0 means none.
   *
   * @return how many more associations are allowed
   */
  private int associations(ByteReader in, int limit) throws Malformed {
    int left = limit;
    int version = in.u8();
    boolean wide = (in.u24() & 1) != 0;
    long entries = in.u32();
    for (long i = 0; i < entries; i++) {
      long item = version == 0 ? in.u16() : in.u32();
      int count = in.u8();
      left -= 1 + count;
      if (left < 0) {
        throw new Malformed(in.offset(), "too many associations");
      }
      var found = new ArrayList<Box>();
      for (int j = 0; j < count; j++) {
        int index = wide ? in.u16() & 0x7fff : in.u8() & 0x7f;
        if (index > properties.size()) {
          throw new Malformed(in.offset(), "a property that is not there");
        }
        if (index > 0) {
          found.add(properties.get(index - 1));
        }
      }
      ofItems.putIfAbsent(item, found);
    }
    return left;
  }

  /** Returns an item's properties in the order in which they apply. */
  List<Box> of(long item) {
    return ofItems.getOrDefault(item, List.of());
  }

  /** Returns a fresh view of an item's first property of a type, null if it has none. */
  @Nullable ByteReader find(long item, String type) {
    return Box.find(of(item), type);
  }
}
