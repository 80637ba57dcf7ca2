package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.util.ArrayList;
import java.util.List;

/** The samples of one track in fragments: runs ({@code trun}, 8.8.8), looked up where they lie. */
final class FragmentSamples implements Samples {
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

  /** The time of the next sample, from {@code tfdt} (8.8.12). */
  void startAt(long time) {
    nextTime = time;
  }

  /**
   * Adds a run.
   *
   * @param base what the run's data offset counts from
   * @param follow where its data starts if it has no offset
   * @return where its data ends
   */
  long add(ByteReader trun, SampleDefaults defaults, long base, long follow, int limit)
      throws Malformed {
    FragmentRun run = FragmentRun.of(trun, defaults, base, follow, nextTime, limit - count);
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

  /** Where fragments without a time of their own follow each other, the same as the duration. */
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
  public SampleCursor cursor() {
    return new FragmentCursor(runs);
  }

  @Override
  public int keyframes() {
    return keyframes;
  }

  @Override
  public int keyframe(int n) throws Malformed {
    int left = n;
    int first = 0;
    for (FragmentRun run : runs) {
      for (int i = 0; i < run.count(); i++) {
        if (run.isKeyframe(i) && left-- == 0) {
          return first + i;
        }
      }
      first += run.count();
    }
    throw new IndexOutOfBoundsException(n);
  }

  @Override
  public Sample sample(int index) throws Malformed {
    int left = index;
    for (FragmentRun run : runs) {
      if (left < run.count()) {
        return run.sample(left);
      }
      left -= run.count();
    }
    throw new IndexOutOfBoundsException(index);
  }

  @Override
  public long time(int index) throws Malformed {
    return sample(index).time();
  }
}
