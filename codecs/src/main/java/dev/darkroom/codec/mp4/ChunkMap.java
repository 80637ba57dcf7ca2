package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code stsc} with {@code stco} or {@code co64}: which chunk a sample is in (8.7.4, 8.7.5). */
final class ChunkMap {
  static final ChunkMap NONE = new ChunkMap(null, null, false);

  private final @Nullable Table runs;
  private final @Nullable Table offsets;
  private final boolean wide;

  private ChunkMap(@Nullable Table runs, @Nullable Table offsets, boolean wide) {
    this.runs = runs;
    this.offsets = offsets;
    this.wide = wide;
  }

  /**
   * @param firstOfChunk index of the chunk's first sample
   * @param entry which sample entry, from 1
   */
  record Place(long chunkOffset, int firstOfChunk, int entry) {}

  static ChunkMap of(List<Box> stbl, ByteReader parent, int limit) throws Malformed {
    Table runs = Table.of(Box.require(stbl, "stsc", parent), 12, limit);
    ByteReader co64 = Box.find(stbl, "co64");
    Table offsets =
        co64 != null
            ? Table.of(co64, 8, limit)
            : Table.of(Box.require(stbl, "stco", parent), 4, limit);
    return new ChunkMap(runs, offsets, co64 != null);
  }

  Place place(int sample) throws Malformed {
    if (runs == null || offsets == null) {
      throw new Malformed(0, "a sample in a track without any");
    }
    long first = 0;
    for (int i = 0; i < runs.count(); i++) {
      long chunk = runs.u32(i, 0) - 1;
      long perChunk = runs.u32(i, 4);
      long next = i + 1 < runs.count() ? runs.u32(i + 1, 0) - 1 : offsets.count();
      if (chunk < 0 || next < chunk || perChunk == 0) {
        throw runs.malformed("chunks out of order");
      }
      long inRun = (next - chunk) * perChunk;
      if (sample - first < inRun) {
        long nth = (sample - first) / perChunk;
        long entry = runs.u32(i, 8);
        return new Place(
            offset(chunk + nth),
            (int) (first + nth * perChunk),
            (int) Math.min(entry, Integer.MAX_VALUE));
      }
      first += inRun;
    }
    throw runs.malformed("sample " + sample + " in no chunk");
  }

  /**
   * The run that a chunk belongs to.
   *
   * @param from the run of the chunk before
   */
  int runOf(long chunk, int from) throws Malformed {
    Table table = requireRuns();
    int run = from;
    while (run + 1 < table.count() && table.u32(run + 1, 0) - 1 <= chunk) {
      run++;
    }
    if (run >= table.count() || table.u32(run, 0) - 1 > chunk) {
      throw table.malformed("chunks out of order");
    }
    return run;
  }

  /** Samples in each chunk of a run. */
  long perChunk(int run) throws Malformed {
    long count = requireRuns().u32(run, 4);
    if (count == 0) {
      throw requireRuns().malformed("a chunk without samples");
    }
    return count;
  }

  Place placeOf(long chunk, int run, int firstOfChunk) throws Malformed {
    long entry = requireRuns().u32(run, 8);
    return new Place(offset(chunk), firstOfChunk, (int) Math.min(entry, Integer.MAX_VALUE));
  }

  private Table requireRuns() throws Malformed {
    if (runs == null) {
      throw new Malformed(0, "a sample in a track without any");
    }
    return runs;
  }

  private long offset(long chunk) throws Malformed {
    Table table = offsets;
    if (table == null || chunk >= table.count()) {
      throw new Malformed(0, "chunk " + chunk + " without an offset");
    }
    return wide ? table.u64((int) chunk) : table.u32((int) chunk, 0);
  }
}
