package dev.darkroom.stream.assemble;

import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.contract.stream.StreamPlan.Segment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A segment of the stream.
 *
 * @param pictures number of the plan's segment; absent where only sound is left
 * @param start when it begins, in ticks of the movie
 * @param end when it ends, in ticks of the movie
 * @param from number of its first frame of sound
 * @param to number of the first frame of sound after it
 */
record Stretch(@Nullable Integer pictures, long start, long end, int from, int to) {
  /** Sound that lasts longer than the pictures by no more than this has no segment of its own. */
  private static final int REST_SECONDS = 1;

  /** Duration of segments of nothing but sound. */
  private static final int SOUND_SECONDS = 6;

  /**
   * Divides a movie: its segments, each with the sound that begins in it, and the sound that is
   * left.
   */
  static List<Stretch> of(StreamPlan plan, @Nullable SoundFrames sound) {
    long timescale = plan.picture().timescale();
    var stretches = new ArrayList<Stretch>();
    int from = 0;
    for (Segment segment : plan.segments()) {
      long end = segment.start() + segment.length();
      int to = sound == null ? 0 : sound.at(from, end, timescale);
      stretches.add(new Stretch(stretches.size(), segment.start(), end, from, to));
      from = to;
    }
    if (sound != null) {
      addRest(sound, timescale, stretches);
    }
    return stretches;
  }

  private static void addRest(SoundFrames sound, long timescale, List<Stretch> stretches) {
    long end = (long) Math.ceil(sound.seconds() * timescale);
    Stretch last = stretches.getLast();
    if (end - last.end <= REST_SECONDS * timescale) {
      stretches.set(
          stretches.size() - 1,
          new Stretch(
              last.pictures, last.start, Math.max(last.end, end), last.from, sound.count()));
      return;
    }
    for (int from = last.to; from < sound.count(); ) {
      long start = stretches.getLast().end;
      long next = Math.min(end, start + SOUND_SECONDS * timescale);
      // One frame at least, also where nothing is heard for a while.
      int to = next == end ? sound.count() : sound.at(from + 1, next, timescale);
      stretches.add(new Stretch(null, start, next, from, to));
      from = to;
    }
  }
}
