package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables of a {@code stbl} box (8.6, 8.7), looked up where they lie. */
final class SampleTable implements Samples {
  private final TimeToSample times;
  private final SampleSizes sizes;
  private final ChunkMap chunks;
  private final @Nullable Table sync;
  private final @Nullable CompositionOffsets offsets;

  private SampleTable(
      TimeToSample times,
      @Nullable CompositionOffsets offsets,
      SampleSizes sizes,
      ChunkMap chunks,
      @Nullable Table sync) {
    this.times = times;
    this.offsets = offsets;
    this.sizes = sizes;
    this.chunks = chunks;
    this.sync = sync;
  }

  static SampleTable of(List<Box> stbl, ByteReader parent, Mp4Limits limits) throws Malformed {
    SampleSizes sizes = SampleSizes.of(stbl, parent, limits.samples());
    if (sizes.count() == 0) {
      return new SampleTable(TimeToSample.NONE, null, sizes, ChunkMap.NONE, null);
    }
    ByteReader stss = Box.find(stbl, "stss");
    return new SampleTable(
        TimeToSample.of(Box.require(stbl, "stts", parent), limits.samples()),
        CompositionOffsets.of(Box.find(stbl, "ctts"), limits.samples()),
        sizes,
        ChunkMap.of(stbl, parent, limits.samples()),
        stss == null ? null : Table.of(stss, 4, limits.samples()));
  }

  @Override
  public int count() {
    return sizes.count();
  }

  @Override
  public long duration() {
    return times.duration();
  }

  @Override
  public long span() {
    return duration();
  }

  @Override
  public long bytes() throws Malformed {
    return sizes.total(0, sizes.count());
  }

  @Override
  public SampleCursor cursor() {
    return new TableCursor(this);
  }

  TimeToSample times() {
    return times;
  }

  @Nullable CompositionOffsets offsets() {
    return offsets;
  }

  SampleSizes sizes() {
    return sizes;
  }

  ChunkMap chunks() {
    return chunks;
  }

  @Nullable Table sync() {
    return sync;
  }

  /** Without a sync table every sample is one (8.6.2). */
  @Override
  public int keyframes() {
    return sync == null ? count() : sync.count();
  }

  @Override
  public int keyframe(int n) throws Malformed {
    if (sync == null) {
      return n;
    }
    long number = sync.u32(n, 0);
    if (number < 1 || number > count()) {
      throw sync.malformed("keyframe " + number + " of " + count() + " samples");
    }
    return (int) number - 1;
  }

  @Override
  public Sample sample(int index) throws Malformed {
    ChunkMap.Place place = chunks.place(index);
    long offset = place.chunkOffset() + sizes.total(place.firstOfChunk(), index);
    return new Sample(offset, sizes.size(index), times.time(index), place.entry());
  }

  @Override
  public long time(int index) throws Malformed {
    return times.time(index);
  }
}
