package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a {@code stbl} box (8.6, 8.7), read where they lie.
 *
 * @param times {@code stts} (8.6.1.2): runs of a count and a duration
 * @param duration sum of all samples' durations, of which the last may be cut to what the track's
 *     header states
 * @param compositions {@code ctts} (8.6.1.3): runs of a count and an offset, which is read as
 *     signed in both versions because that is what writers of version 0 mean
 * @param sync {@code stss} (8.6.2): numbers of the keyframes, from 1; without it every sample is
 *     one
 */
record SampleTable(
    Table times,
    long duration,
    Table compositions,
    SampleSizes sizes,
    ChunkMap chunks,
    @Nullable Table sync)
    implements Samples {

  /**
   * Reads the tables.
   *
   * @param stated duration by the track's header, in its ticks
   */
  static SampleTable read(
      List<Box> stbl, ByteReader parent, Track.Kind kind, long stated, Mp4Limits limits)
      throws Malformed {
    int limit = limits.samples();
    // Uncompressed sound has a sample for each moment. Nobody walks them one by one.
    int fixedLimit = kind == Track.Kind.AUDIO ? Integer.MAX_VALUE : limit;
    SampleSizes sizes = SampleSizes.read(stbl, parent, limit, fixedLimit);
    if (sizes.count() == 0) {
      return new SampleTable(Table.empty(), 0, Table.empty(), sizes, ChunkMap.none(), null);
    }
    Table times = Table.of(Box.require(stbl, "stts", parent), 8, limit);
    ByteReader ctts = Box.find(stbl, "ctts");
    ByteReader stss = Box.find(stbl, "stss");
    return new SampleTable(
        times,
        duration(times, stated),
        ctts == null ? Table.empty() : Table.of(ctts, 8, limit),
        sizes,
        ChunkMap.read(stbl, parent, limit),
        stss == null ? null : Table.of(stss, 4, limit));
  }

  /** Some recorders leave rubbish as the last sample's duration; it is not longer than stated. */
  private static long duration(Table times, long stated) throws Malformed {
    long duration = 0;
    for (int i = 0; i < times.count(); i++) {
      duration += times.u32(i, 0) * delta(times, i);
      if (duration < 0) {
        throw times.malformed("durations that add up to more than 63 bits");
      }
    }
    long last = times.count() == 0 ? 0 : delta(times, times.count() - 1);
    return stated > 0 && stated >= duration - last ? Math.min(duration, stated) : duration;
  }

  /**
   * Returns the duration of a run's samples. Some writers put small negative durations here to
   * repair a clock; they count as zero.
   */
  static long delta(Table times, int run) throws Malformed {
    return Math.max(0, times.i32(run, 4));
  }

  @Override
  public int count() {
    return sizes.count();
  }

  @Override
  public long span() {
    return duration;
  }

  @Override
  public long bytes() throws Malformed {
    return sizes.total(0, sizes.count());
  }

  @Override
  public void extents(Extents extents) throws Malformed {
    int run = 0;
    int index = 0;
    for (long chunk = 0; index < count(); chunk++) {
      run = chunks.runOf(chunk, run);
      int end = (int) Math.min(count(), index + chunks.perChunk(run));
      extents.add(chunks.offset(chunk), sizes.total(index, end));
      index = end;
    }
  }

  @Override
  public int keyframes() {
    return sync == null ? count() : sync.count();
  }

  @Override
  public SampleCursor cursor() {
    return new TableCursor(this);
  }
}
