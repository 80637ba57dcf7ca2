package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.util.ArrayList;
import java.util.List;

/** The samples of one track in fragments: runs ({@code trun}, 8.8.8), read where they lie. */
final class FragmentSamples implements Samples {
  private static final long WRAP = 1L << 32;

  private final SampleDefaults defaults;
  private final List<FragmentRun> runs = new ArrayList<>();
  private int count;
  private int keyframes;
  private long duration;
  private long nextTime;

  FragmentSamples(SampleDefaults defaults) {
    this.defaults = defaults;
  }

  SampleDefaults defaults() {
    return defaults;
  }

  /** Adds the high bits to a time of 32 bits, which long recordings use up. */
  long unwrapped(long time) {
    long near = (nextTime & ~0xffff_ffffL) + time;
    if (!runs.isEmpty() && nextTime - near > WRAP / 2) {
      return near + WRAP;
    }
    return near >= WRAP && near - nextTime > WRAP / 2 ? near - WRAP : near;
  }

  /** Sets the time of the next sample, from {@code tfdt} (8.8.12). */
  void startAt(long time) {
    nextTime = time;
  }

  /**
   * Adds a run.
   *
   * @param base file offset that the run's data offset counts from
   * @param follow file offset of its data if it states none
   * @return file offset of the end of its data
   */
  long add(ByteReader trun, SampleDefaults defaults, long base, long follow, int limit)
      throws Malformed {
    FragmentRun run = FragmentRun.read(trun, defaults, base, follow, nextTime, limit - count);
    FragmentRun.Totals totals = run.totals();
    runs.add(run);
    count += run.count();
    keyframes += totals.keyframes();
    duration += totals.duration();
    nextTime += totals.duration();
    return run.offset() + totals.size();
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public long duration() {
    return duration;
  }

  /** Returns when the last sample ends, in the track's ticks. */
  long end() {
    return nextTime;
  }

  /** {@inheritDoc} Equals the duration if no fragment states its time. */
  @Override
  public long span() {
    return runs.isEmpty() ? 0 : Math.max(duration, nextTime - runs.getFirst().time());
  }

  @Override
  public long bytes() throws Malformed {
    long bytes = 0;
    for (FragmentRun run : runs) {
      bytes += run.totals().size();
    }
    return bytes;
  }

  @Override
  public void extents(Extents extents) throws Malformed {
    for (FragmentRun run : runs) {
      extents.add(run.offset(), run.totals().size());
    }
  }

  @Override
  public SampleCursor cursor() {
    return new FragmentCursor(runs);
  }

  @Override
  public int keyframes() {
    return keyframes;
  }
}
