package dev.darkroom.codec.mp4;

import dev.darkroom.codec.Malformed;

/** Goes over the tables of a {@code stbl} box, each with a place of its own. */
final class TableCursor implements SampleCursor {
  private final SampleTable table;
  private final RunPlace times = new RunPlace();
  private final RunPlace compositions = new RunPlace();
  private int index = -1;
  private long time;
  private long duration;
  private int composition;
  private int syncRow;
  private boolean keyframe;
  private ChunkMap.Place place = new ChunkMap.Place(0, 0, 1);
  private int chunkEnd;
  private int run;
  private long chunk = -1;
  private long offset;
  private int size;

  TableCursor(SampleTable table) {
    this.table = table;
  }

  /** A place in a table of runs, each of which starts with its length. */
  private static final class RunPlace {
    private int row = -1;
    private long left;

    /** The row that the next sample belongs to; -1 behind the last one. */
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
  public boolean next() throws Malformed {
    if (index + 1 >= table.count()) {
      return false;
    }
    index++;
    time += duration;
    duration = nextDuration();
    composition = nextComposition();
    keyframe = nextKeyframe();
    if (index == chunkEnd) {
      nextChunk();
    } else {
      offset += size;
    }
    size = table.sizes().size(index);
    if (offset < 0) {
      throw new Malformed(0, "a sample outside of the file");
    }
    return true;
  }

  private long nextDuration() throws Malformed {
    Table runs = table.times().runs();
    int row = runs == null ? -1 : times.advance(runs);
    return runs == null || row < 0 ? 0 : Math.max(0, runs.i32(row, 4));
  }

  private int nextComposition() throws Malformed {
    CompositionOffsets offsets = table.offsets();
    int row = offsets == null ? -1 : compositions.advance(offsets.runs());
    return offsets == null || row < 0 ? 0 : offsets.runs().i32(row, 4);
  }

  private boolean nextKeyframe() throws Malformed {
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
    place = chunks.placeOf(chunk, run, index);
    chunkEnd = (int) Math.min(Integer.MAX_VALUE, index + chunks.perChunk(run));
    offset = place.chunkOffset();
  }

  @Override
  public long offset() {
    return offset;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public long time() {
    return time;
  }

  @Override
  public long duration() {
    return duration;
  }

  @Override
  public int compositionOffset() {
    return composition;
  }

  @Override
  public boolean keyframe() {
    return keyframe;
  }

  @Override
  public int entry() {
    return place.entry();
  }
}
