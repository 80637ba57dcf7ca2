package dev.darkroom.codec.heif;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Box;
import java.util.ArrayList;
import java.util.List;

/** How items refer to each other: {@code iref} (ISO/IEC 14496-12, 8.11.12). */
final class ItemReferences {
  private record Reference(String type, long from, List<Long> to) {}

  private final List<Reference> references = new ArrayList<>();

  static ItemReferences none() {
    return new ItemReferences();
  }

  static ItemReferences read(ByteReader in, Box.Budget budget, HeifLimits limits) throws Malformed {
    var all = new ItemReferences();
    boolean wide = in.u8() > 0;
    in.skip(3);
    int left = limits.references();
    for (Box box : Box.list(in, budget)) {
      ByteReader list = box.payload();
      long from = wide ? list.u32() : list.u16();
      int count = list.u16();
      left -= count;
      if (left < 0) {
        throw new Malformed(list.offset(), "too many references");
      }
      var to = new ArrayList<Long>();
      for (int i = 0; i < count; i++) {
        to.add(wide ? list.u32() : list.u16());
      }
      all.references.add(new Reference(box.type(), from, to));
    }
    return all;
  }

  /** Lists the items that an item refers to, in order. */
  List<Long> from(long item, String type) {
    return references.stream()
        .filter(reference -> reference.from == item && reference.type.equals(type))
        .flatMap(reference -> reference.to.stream())
        .toList();
  }

  /** Lists the items that refer to an item. */
  List<Long> to(long item, String type) {
    return references.stream()
        .filter(reference -> reference.type.equals(type) && reference.to.contains(item))
        .map(Reference::from)
        .toList();
  }
}
