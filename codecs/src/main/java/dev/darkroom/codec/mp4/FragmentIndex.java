package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code mfra} (8.8.9), which many fragmented files have at their end: where fragments with
 * keyframes are. It is a hint that players may ignore (8.8.9.1), so a damaged one is ignored.
 */
final class FragmentIndex {
  private static final int MFRO = 16;
  private static final int TAIL = 64 << 10;

  private FragmentIndex() {}

  /** Returns rising offsets of fragments of the first track listed; empty without an index. */
  static List<Long> read(Mp4Source source, Mp4Limits limits) throws IOException {
    int length = (int) Math.min(TAIL, source.size());
    try {
      ByteReader tail = source.read(source.size() - length, length);
      ByteReader mfro = tail.seek(length - MFRO);
      if (mfro.u32() != MFRO || !mfro.text(4).equals("mfro")) {
        return List.of();
      }
      long size = mfro.skip(4).u32();
      if (size < MFRO || size > Math.min(limits.indexBytes(), source.size())) {
        return List.of();
      }
      ByteReader mfra =
          size <= length
              ? tail.seek(length - (int) size).slice((int) size)
              : source.read(source.size() - size, (int) size);
      List<Box> boxes = Box.list(mfra, new Box.Budget(limits));
      return offsets(Box.within(boxes, "mfra", new Box.Budget(limits)), limits);
    } catch (Malformed e) {
      return List.of();
    }
  }

  /** Reads the first table of fragments (8.8.10). */
  private static List<Long> offsets(List<Box> mfra, Mp4Limits limits) throws Malformed {
    ByteReader tfra = Box.find(mfra, "tfra");
    if (tfra == null) {
      return List.of();
    }
    boolean wide = tfra.u8() == 1;
    int lengths = tfra.skip(3 + 4).i32();
    int numbers = 3 + (lengths >> 4 & 3) + (lengths >> 2 & 3) + (lengths & 3);
    Table rows = Table.rows(tfra, (wide ? 16 : 8) + numbers, tfra.u32(), limits.samples());
    var offsets = new ArrayList<Long>();
    for (int i = 0; i < rows.count(); i++) {
      long offset = wide ? (long) rows.i32(i, 8) << 32 | rows.u32(i, 12) : rows.u32(i, 4);
      if (offsets.isEmpty() || offset > offsets.getLast()) {
        offsets.add(offset);
      }
    }
    return offsets;
  }
}
