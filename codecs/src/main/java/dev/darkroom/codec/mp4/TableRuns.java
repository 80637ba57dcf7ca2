package dev.darkroom.codec.mp4;

import dev.darkroom.codec.Malformed;
import org.jspecify.annotations.Nullable;

/** Walks the tables of a track whose samples all have one size: the runs within each chunk. */
final class TableRuns implements SampleRuns {
  private final SampleTable table;
  private long index;
  private long time;
  private long chunk = -1;
  private int run;
  private long chunkEnd;
  private long offset;
  private int row = -1;
  private long alike;

  TableRuns(SampleTable table) {
    this.table = table;
  }

  @Override
  public @Nullable SampleRun next() throws Malformed {
    if (index >= table.count()) {
      return null;
    }
    if (index == chunkEnd) {
      chunk++;
      run = table.chunks().runOf(chunk, run);
      chunkEnd = index + table.chunks().perChunk(run);
      offset = table.chunks().offset(chunk);
    }
    if (offset < 0) {
      throw new Malformed(0, "a sample outside of the file");
    }
    long duration = duration();
    int count = (int) Math.min(Math.min(chunkEnd, table.count()) - index, alike);
    int size = table.sizes().fixed();
    var found = new SampleRun(offset, count, size, time, duration, table.chunks().entry(run));
    index += count;
    alike -= count;
    time = found.end();
    offset += (long) count * size;
    return found;
  }

  /** Returns the duration of the next samples, and finds how many share it. */
  private long duration() throws Malformed {
    Table times = table.times();
    while (alike == 0 && ++row < times.count()) {
      alike = times.u32(row, 0);
    }
    if (row >= times.count()) {
      alike = Long.MAX_VALUE;
      return 0;
    }
    return SampleTable.delta(times, row);
  }
}
