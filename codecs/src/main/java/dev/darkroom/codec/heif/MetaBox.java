package dev.darkroom.codec.heif;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Box;
import dev.darkroom.codec.mp4.Mp4Source;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code meta} (ISO/IEC 14496-12, 8.11.1) and its smaller boxes. */
final class MetaBox {
  private static final int HEADER = 8;
  private static final int LARGE_HEADER = 16;

  /** Boxes before it; there is hardly ever more than one. */
  private static final int MAX_BOXES = 64;

  private MetaBox() {}

  /** Its payload. */
  static ByteReader find(Mp4Source source, HeifLimits limits) throws IOException, Malformed {
    long at = 0;
    for (int i = 0; i < MAX_BOXES; i++) {
      ByteReader in = source.read(at, HEADER);
      long size = in.u32();
      String type = in.text(4);
      int header = HEADER;
      if (size == 1) {
        size = source.read(at + HEADER, LARGE_HEADER - HEADER).u64();
        header = LARGE_HEADER;
      }
      if (type.equals("meta")) {
        if (size < header || size > limits.metaBytes()) {
          throw new Malformed(at, "a meta box of " + size + " bytes");
        }
        return source.read(at + header, (int) size - header);
      }
      if (size < header || size > Long.MAX_VALUE - at) {
        throw new Malformed(at, "no meta box");
      }
      at += size;
    }
    throw new Malformed(at, "no meta box before");
  }

  /** {@code pitm} (8.11.4). */
  static long primary(ByteReader in) throws Malformed {
    int version = in.u8();
    in.skip(3);
    return version == 0 ? in.u16() : in.u32();
  }

  /** {@code iinf} (8.11.6): what each item is. Entries before version 2 have no type. */
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
