package dev.darkroom.codec.header;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.util.ArrayList;
import java.util.List;

/** ISO/IEC 23008-12 (HEIF) in boxes of ISO/IEC 14496-12: the primary item's size and turn. */
final class HeifHeader {
  private static final int MAX_META = 4 * 1024 * 1024;

  private final List<Property> properties = new ArrayList<>();
  private List<Integer> associated = List.of();
  private long primaryItem = -1;

  private sealed interface Property {
    record Size(long width, long height) implements Property {}

    record Rotation(int quarters) implements Property {}

    record Other() implements Property {}
  }

  private HeifHeader() {}

  static Header read(Head head) throws Malformed, ShortOfBytes {
    return new HeifHeader().meta(metaBox(head));
  }

  /** ISO/IEC 14496-12, 4.2 and 8.11.1. */
  private static ByteReader metaBox(Head head) throws Malformed, ShortOfBytes {
    long at = 0;
    while (true) {
      ByteReader in = head.slice(at, 8);
      long size = in.u32();
      String type = in.text(4);
      if (type.equals("meta")) {
        if (size < 12 || size > MAX_META) {
          throw new Malformed(at, "a meta box of " + size + " bytes");
        }
        return head.slice(at + 12, size - 12);
      }
      long header = 8;
      if (size == 1) {
        size = head.slice(at + 8, 8).u64();
        header = 16;
      }
      if (size < header || at + size > Integer.MAX_VALUE) {
        throw new Malformed(at, "no meta box");
      }
      at += size;
    }
  }

  private Header meta(ByteReader meta) throws Malformed {
    ByteReader associations = null;
    while (meta.hasRemaining()) {
      Box box = Box.next(meta);
      if (box.type.equals("pitm")) {
        primaryItem = primaryItem(box.body);
      } else if (box.type.equals("iprp")) {
        while (box.body.hasRemaining()) {
          Box child = Box.next(box.body);
          if (child.type.equals("ipco")) {
            properties(child.body);
          } else if (child.type.equals("ipma")) {
            associations = child.body;
          }
        }
      }
    }
    if (associations != null) {
      associations(associations);
    }
    return header(meta.offset());
  }

  /** ISO/IEC 14496-12, 8.11.4. */
  private static long primaryItem(ByteReader in) throws Malformed {
    int version = in.u8();
    in.skip(3);
    return version == 0 ? in.u16() : in.u32();
  }

  /** ISO/IEC 23008-12, 6.5.3 (ispe) and 6.5.10 (irot). */
  private void properties(ByteReader in) throws Malformed {
    while (in.hasRemaining()) {
      Box box = Box.next(in);
      properties.add(
          switch (box.type) {
            case "ispe" -> new Property.Size(box.body.skip(4).u32(), box.body.u32());
            case "irot" -> new Property.Rotation(box.body.u8() & 3);
            default -> new Property.Other();
          });
    }
  }

  /** ISO/IEC 23008-12, 9.3.1 (ipma): which properties, by index from 1, each item has. */
  private void associations(ByteReader in) throws Malformed {
    int version = in.u8();
    boolean wide = (in.u24() & 1) != 0;
    long entries = in.u32();
    for (long i = 0; i < entries; i++) {
      long item = version == 0 ? in.u16() : in.u32();
      int count = in.u8();
      var indexes = new ArrayList<Integer>();
      for (int j = 0; j < count; j++) {
        indexes.add(wide ? in.u16() & 0x7fff : in.u8() & 0x7f);
      }
      if (item == primaryItem) {
        associated = indexes;
      }
    }
  }

  private Header header(long at) throws Malformed {
    Property.Size size = null;
    boolean turned = false;
    for (int index : associated) {
      if (index >= 1 && index <= properties.size()) {
        switch (properties.get(index - 1)) {
          case Property.Size found -> size = found;
          case Property.Rotation(int quarters) -> turned = quarters % 2 == 1;
          case Property.Other() -> {}
        }
      }
    }
    if (size == null || !isEdge(size.width) || !isEdge(size.height)) {
      throw new Malformed(at, "no size of the primary item");
    }
    int width = (int) (turned ? size.height : size.width);
    int height = (int) (turned ? size.width : size.height);
    return new Header(
        width,
        height,
        1,
        8,
        3,
        Alpha.NONE,
        Colour.unspecified(Colour.Model.YCBCR),
        null,
        null,
        Exif.NONE,
        null);
  }

  private static boolean isEdge(long length) {
    return length > 0 && length <= Integer.MAX_VALUE;
  }

  private record Box(String type, ByteReader body) {
    /** ISO/IEC 14496-12, 4.2; within a meta box no box needs 64 bits. */
    static Box next(ByteReader in) throws Malformed {
      long at = in.offset();
      long size = in.u32();
      String type = in.text(4);
      if (size < 8 || size - 8 > in.remaining()) {
        throw new Malformed(at, "a box larger than what holds it");
      }
      return new Box(type, in.slice((int) size - 8));
    }
  }
}
