package dev.darkroom.codec.heif;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.ShortOfBytes;
import dev.darkroom.codec.mp4.Box;
import dev.darkroom.codec.mp4.BoxHead;
import dev.darkroom.codec.mp4.Mp4Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The file's {@code meta} box (ISO/IEC 14496-12, 8.11.1). The boxes that hold pixels, which may lie
 * in it too, are not read.
 *
 * @param boxes the others, in memory
 * @param idat place of the items within the box itself; null if there are none
 */
record MetaBox(List<Box> boxes, @Nullable BoxHead idat) {
  /** Most boxes that may precede it; there is hardly ever more than one. */
  private static final int MAX_BOXES = 64;

  private static final int VERSION_AND_FLAGS = 4;
  private static final int HEAD = 8;

  MetaBox {
    boxes = List.copyOf(boxes);
  }

  /**
   * Reads the box, which without a size of its own reaches to the end of the file (4.2).
   *
   * @throws Malformed if there is none, or more of it than the limits allow
   */
  static MetaBox read(Mp4Source source, Box.Budget budget, HeifLimits limits)
      throws IOException, Malformed {
    BoxHead meta = find(source);
    if (meta.size() <= limits.metaBytes()) {
      // Asks for all of it at once.
      source.read(meta.offset(), (int) meta.size());
    } else if (meta.end() > source.size()) {
      throw new Malformed(meta.offset(), "a meta box of " + meta.size() + " bytes");
    }
    var boxes = new ArrayList<Box>();
    BoxHead idat = null;
    long left = limits.metaBytes();
    long at = meta.offset() + meta.length() + VERSION_AND_FLAGS;
    while (at + HEAD <= Math.min(meta.end(), source.size())) {
      budget.take(at);
      BoxHead box = BoxHead.at(at, source);
      if (box.end() > meta.end()) {
        throw new Malformed(at, "box " + box.type() + " does not fit where it is,");
      }
      switch (box.type()) {
        case "idat" -> idat = box;
        case "mdat", "free", "skip" -> {}
        default -> {
          left -= box.size();
          if (left < 0) {
            throw new Malformed(meta.offset(), "a meta box of too many bytes");
          }
          boxes.add(new Box(box.type(), box.payload(source)));
        }
      }
      at = box.end();
    }
    return new MetaBox(boxes, idat);
  }

  /** Whether the file has such a box; without one, it may still hold a sequence of pictures. */
  static boolean exists(Mp4Source source) throws IOException, Malformed {
    try {
      find(source);
      return true;
    } catch (ShortOfBytes e) {
      throw e;
    } catch (Malformed e) {
      return false;
    }
  }

  private static BoxHead find(Mp4Source source) throws IOException, Malformed {
    long at = 0;
    for (int i = 0; i < MAX_BOXES; i++) {
      BoxHead box = BoxHead.at(at, source);
      if (box.type().equals("meta")) {
        return box;
      }
      at = box.end();
    }
    throw new Malformed(at, "no meta box before");
  }

  @Nullable ByteReader find(String type) {
    return Box.find(boxes, type);
  }

  ByteReader require(String type) throws Malformed {
    ByteReader found = find(type);
    if (found == null) {
      throw new Malformed(0, "no " + type + " box");
    }
    return found;
  }

  /** Reads the id of the primary item from {@code pitm} (8.11.4). */
  long primary() throws Malformed {
    ByteReader in = require("pitm");
    int version = in.u8();
    in.skip(3);
    return version == 0 ? in.u16() : in.u32();
  }

  /** Reads each item's type from {@code iinf} (8.11.6). Entries before version 2 have none. */
  Map<Long, String> types(Box.Budget budget, HeifLimits limits) throws Malformed {
    var types = new HashMap<Long, String>();
    ByteReader iinf = find("iinf");
    if (iinf == null) {
      return types;
    }
    int version = iinf.u8();
    iinf.skip(version == 0 ? 3 + 2 : 3 + 4);
    for (Box entry : Box.list(iinf, budget)) {
      ByteReader in = entry.payload().fromStart();
      int entryVersion = entry.type().equals("infe") ? in.u8() : 0;
      if (entryVersion >= 2) {
        in.skip(3);
        long id = entryVersion == 2 ? in.u16() : in.u32();
        types.putIfAbsent(id, in.skip(2).text(4));
      }
      if (types.size() > limits.items()) {
        throw new Malformed(iinf.offset(), "too many items");
      }
    }
    return types;
  }
}
