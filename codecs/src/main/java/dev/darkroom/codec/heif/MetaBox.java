package dev.darkroom.codec.heif;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Box;
import dev.darkroom.codec.mp4.BoxHead;
import dev.darkroom.codec.mp4.Mp4Source;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds {@code meta} (ISO/IEC 14496-12, 8.11.1) and reads its smaller boxes. */
final class MetaBox {
  /** Most boxes that may precede it; there is hardly ever more than one. */
  private static final int MAX_BOXES = 64;

  private MetaBox() {}

  /** Reads the payload of the file's {@code meta} box. */
  static ByteReader find(Mp4Source source, HeifLimits limits) throws IOException, Malformed {
    long at = 0;
    for (int i = 0; i < MAX_BOXES; i++) {
      BoxHead box = BoxHead.at(at, source);
      if (box.type().equals("meta")) {
        if (box.size() > limits.metaBytes()) {
          throw new Malformed(at, "a meta box of " + box.size() + " bytes");
        }
        return box.payload(source);
      }
      at = box.end();
    }
    throw new Malformed(at, "no meta box before");
  }

  /** Reads the id of the primary item from {@code pitm} (8.11.4). */
  static long primary(ByteReader in) throws Malformed {
    int version = in.u8();
    in.skip(3);
    return version == 0 ? in.u16() : in.u32();
  }

  /** Reads each item's type from {@code iinf} (8.11.6). Entries before version 2 have none. */
  static Map<Long, String> types(@Nullable ByteReader iinf, Box.Budget budget, HeifLimits limits)
      throws Malformed {
    var types = new HashMap<Long, String>();
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
