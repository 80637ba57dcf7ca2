package dev.darkroom.stream.assemble;

import dev.darkroom.codec.mp4.TrackRun;
import java.util.ArrayList;
import java.util.List;

/**
 * Decoding times for the frames of a segment, in ticks of the movie.
 *
 * <p>A frame is decoded no later than it is shown, and no later than any frame that follows it in
 * decoding order is shown; where several would be decoded at once, they share the time since the
 * one before. So times rise from segment to segment however much each of them reorders, no offset
 * is negative (ffmpeg shows all fragments late if one is), and there is no edit list.
 */
final class FrameTimes {
  private final long[] decoded;
  private final List<TrackRun.Sample> samples = new ArrayList<>();

  /**
   * @param start of the segment
   * @param first when its first frame is shown
   * @param end when its last frame is no longer shown
   */
  FrameTimes(CodedRung rung, long start, long first, long end) {
    List<CodedRung.Frame> frames = rung.frames();
    long earliest = start + rung.first();
    long[] shown = new long[frames.size()];
    for (int i = 0; i < shown.length; i++) {
      long time = start + frames.get(i).shown();
      shown[i] = time == earliest ? first : time;
    }
    decoded = decoded(shown, first);
    for (int i = 0; i < shown.length; i++) {
      long next = i + 1 < shown.length ? decoded[i + 1] : end;
      samples.add(
          new TrackRun.Sample(
              frames.get(i).size(),
              next - decoded[i],
              frames.get(i).keyframe(),
              Math.toIntExact(shown[i] - decoded[i])));
    }
  }

  private static long[] decoded(long[] shown, long first) {
    long[] latest = shown.clone();
    for (int i = latest.length - 2; i >= 0; i--) {
      latest[i] = Math.min(latest[i], latest[i + 1]);
    }
    long[] decoded = new long[latest.length];
    long before = first;
    for (int from = 0, to; from < latest.length; from = to) {
      to = from + 1;
      while (to < latest.length && latest[to] == latest[from]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        decoded[i] = before + (latest[from] - before) * (i - from + 1) / (to - from);
      }
      before = latest[from];
    }
    return decoded;
  }

  int count() {
    return samples.size();
  }

  /** When a frame is decoded. */
  long decoded(int frame) {
    return decoded[frame];
  }

  /** Returns frames as samples of a fragment. */
  List<TrackRun.Sample> samples(int from, int to) {
    return samples.subList(from, to);
  }
}
