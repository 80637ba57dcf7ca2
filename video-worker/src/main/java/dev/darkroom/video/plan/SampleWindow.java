package dev.darkroom.video.plan;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Sample;
import dev.darkroom.codec.mp4.SampleCursor;
import dev.darkroom.codec.mp4.Samples;
import java.util.ArrayList;
import java.util.List;

/** Gives access to some consecutive samples of a track by their numbers in decoding order. */
final class SampleWindow {
  private final Samples samples;
  private SampleCursor cursor;
  private int from;
  private final List<Sample> held = new ArrayList<>();

  SampleWindow(Samples samples) {
    this.samples = samples;
    this.cursor = samples.cursor();
  }

  /** Lets go of all samples before a number. Going back reads the track from its start again. */
  void startAt(int number) throws Malformed {
    if (number < from) {
      cursor = samples.cursor();
      held.clear();
      from = 0;
    }
    int dropped = Math.min(number - from, held.size());
    held.subList(0, dropped).clear();
    from += dropped;
    while (from < number) {
      cursor.next();
      from++;
    }
  }

  /**
   * Returns a sample at or after the window's start.
   *
   * @param number below the number of samples that the track is known to have
   */
  Sample get(int number) throws Malformed {
    while (from + held.size() <= number) {
      Sample next = cursor.next();
      if (next == null) {
        throw new Malformed(0, "fewer samples than announced");
      }
      held.add(next);
    }
    return held.get(number - from);
  }
}
