package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.util.List;

/**
 * Where chunks of samples lie (8.7.4, 8.7.5).
 *
 * @param runs {@code stsc}: first chunk, samples per chunk and sample entry of each run of chunks
 * @param offsets {@code stco} or {@code co64}: a chunk's offset in the file
 * @param wide whether offsets have 64 bits
 */
record ChunkMap(Table runs, Table offsets, boolean wide) {

  static ChunkMap none() {
    return new ChunkMap(Table.empty(), Table.empty(), false);
  }

  static ChunkMap read(List<Box> stbl, ByteReader parent, int limit) throws Malformed {
    Table runs = Table.of(Box.require(stbl, "stsc", parent), 12, limit);
    ByteReader co64 = Box.find(stbl, "co64");
    Table offsets =
        co64 != null
            ? Table.of(co64, 8, limit)
            : Table.of(Box.require(stbl, "stco", parent), 4, limit);
    return new ChunkMap(runs, offsets, co64 != null);
  }

  /**
   * Finds the run that a chunk belongs to.
   *
   * @param from the run of the chunk before
   */
  int runOf(long chunk, int from) throws Malformed {
    int run = from;
    while (run + 1 < runs.count() && runs.u32(run + 1, 0) - 1 <= chunk) {
      run++;
    }
    if (run >= runs.count() || runs.u32(run, 0) - 1 > chunk) {
      throw runs.malformed("chunks out of order");
    }
    return run;
  }

  /** Returns the number of samples in each chunk of a run. */
  long perChunk(int run) throws Malformed {
    long count = runs.u32(run, 4);
    if (count == 0) {
      throw runs.malformed("a chunk without samples");
    }
    return count;
  }

  /** Returns the sample entry that the chunks of a run are coded by, from 1. */
  int entry(int run) throws Malformed {
    return (int) Math.min(runs.u32(run, 8), Integer.MAX_VALUE);
  }

  long offset(long chunk) throws Malformed {
    if (chunk >= offsets.count()) {
      throw offsets.malformed("chunk " + chunk + " without an offset");
    }
    return wide ? offsets.u64((int) chunk) : offsets.u32((int) chunk, 0);
  }
}
