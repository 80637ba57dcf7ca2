package dev.darkroom.codec.mp4;

import dev.darkroom.codec.Malformed;
import org.jspecify.annotations.Nullable;

/** Walks the tables of a {@code stbl} box side by side. */
final class TableCursor implements SampleCursor {
  private final SampleTable table;
  private final RunPlace times = new RunPlace();
  private final RunPlace compositions = new RunPlace();
  private int index;
  private long time;
  private int syncRow;
  private long chunk = -1;
  private int run;
  private int chunkEnd;
  private long offset;

  TableCursor(SampleTable table) {
    this.table = table;
  }

  /** A place in a table of runs, each of which starts with its length. */
  private static final class RunPlace {
    private int row = -1;
    private long left;

    /** Returns the row that the next sample belongs to, -1 after the last row. */
    int advance(Table runs) throws Malformed {
      while (left == 0) {
        if (++row >= runs.count()) {
          row = runs.count() - 1;
          return -1;
        }
        left = runs.u32(row, 0);
      }
      left--;
      return row;
    }
  }

  @Override
  public @Nullable Sample next() throws Malformed {
    if (index == table.count()) {
      return null;
    }
    if (index == chunkEnd) {
      nextChunk();
    }
    int size = table.sizes().size(index);
    if (offset < 0) {
      throw new Malformed(0, "a sample outside of the file");
    }
    var sample =
        new Sample(
            offset,
            size,
            time,
            duration(),
            compositionOffset(),
            isKeyframe(),
            table.chunks().entry(run));
    index++;
    time += sample.duration();
    offset += size;
    return sample;
  }

  private long duration() throws Malformed {
    int row = times.advance(table.times());
    return row < 0 ? 0 : SampleTable.delta(table.times(), row);
  }

  private int compositionOffset() throws Malformed {
    int row = compositions.advance(table.compositions());
    return row < 0 ? 0 : table.compositions().i32(row, 4);
  }

  private boolean isKeyframe() throws Malformed {
    Table sync = table.sync();
    if (sync == null) {
      return true;
    }
    while (syncRow < sync.count() && sync.u32(syncRow, 0) - 1 < index) {
      syncRow++;
    }
    return syncRow < sync.count() && sync.u32(syncRow, 0) - 1 == index;
  }

  private void nextChunk() throws Malformed {
    ChunkMap chunks = table.chunks();
    chunk++;
    run = chunks.runOf(chunk, run);
    chunkEnd = (int) Math.min(Integer.MAX_VALUE, index + chunks.perChunk(run));
    offset = chunks.offset(chunk);
  }
}
