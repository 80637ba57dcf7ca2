package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The samples' sizes: {@code stsz} or {@code stz2} (8.7.3).
 *
 * @param fixed size of every sample in bytes, if there is no table
 * @param bits per size in the table
 */
record SampleSizes(int count, int fixed, int bits, @Nullable Table table) {
  /**
   * Reads the sizes.
   *
   * @param fixedLimit maximum number of samples that all have one size
   */
  static SampleSizes read(List<Box> stbl, ByteReader parent, int limit, int fixedLimit)
      throws Malformed {
    ByteReader stz2 = Box.find(stbl, "stz2");
    return stz2 != null
        ? compact(stz2, limit)
        : plain(Box.require(stbl, "stsz", parent), limit, fixedLimit);
  }

  private static SampleSizes plain(ByteReader in, int limit, int fixedLimit) throws Malformed {
    in.skip(4);
    int fixed = in.count();
    long count = in.u32();
    if (fixed == 0) {
      Table table = Table.rows(in, 4, count, limit);
      return new SampleSizes(table.count(), 0, 32, table);
    }
    if (count > fixedLimit) {
      throw new Malformed(in.offset(), count + " samples, more than " + fixedLimit + ",");
    }
    return new SampleSizes((int) count, fixed, 32, null);
  }

  private static SampleSizes compact(ByteReader in, int limit) throws Malformed {
    in.skip(4 + 3);
    int bits = in.u8();
    long count = in.u32();
    if (bits != 4 && bits != 8 && bits != 16) {
      throw new Malformed(in.offset(), "sample sizes of " + bits + " bits");
    }
    if (count > limit) {
      throw new Malformed(in.offset(), "a table of " + count + " rows, more than " + limit + ",");
    }
    Table table = Table.rows(in, 1, (count * bits + 7) / 8, Integer.MAX_VALUE);
    return new SampleSizes((int) count, 0, bits, table);
  }

  /** Returns the sum of the sizes of consecutive samples, in bytes. */
  long total(int from, int to) throws Malformed {
    if (table == null) {
      return (long) (to - from) * fixed;
    }
    long total = 0;
    for (int i = from; i < to; i++) {
      total += size(i);
    }
    return total;
  }

  /** Returns the size of a sample, in bytes. */
  int size(int index) throws Malformed {
    if (table == null) {
      return fixed;
    }
    return switch (bits) {
      case 4 -> index % 2 == 0 ? table.u8(index / 2) >> 4 : table.u8(index / 2) & 15;
      case 8 -> table.u8(index);
      case 16 -> table.u8(2 * index) << 8 | table.u8(2 * index + 1);
      default -> {
        int size = table.i32(index, 0);
        if (size < 0) {
          throw table.malformed("a sample of more than 31 bits of bytes");
        }
        yield size;
      }
    };
  }
}
