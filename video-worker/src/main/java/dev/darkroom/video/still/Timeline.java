package dev.darkroom.video.still;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Sample;
import dev.darkroom.codec.mp4.SampleCursor;
import dev.darkroom.codec.mp4.Track;
import java.util.ArrayList;
import java.util.List;

/**
 * A video's time in equal steps, each with the keyframe nearest to its middle. Where there are
 * fewer keyframes than steps, neighbors have the same.
 *
 * @param duration in seconds, from the first frame that is shown
 * @param steps at least one; empty of a track without keyframes that can be found
 */
public record Timeline(double duration, List<Keyframe> steps) {
  public Timeline {
    steps = List.copyOf(steps);
  }

  /** Of a track that is damaged midway, what comes before the damage. */
  public static Timeline of(Track video, int steps) {
    SampleCursor cursor = video.samples().cursor();
    Picker picker = new Picker(0, steps);
    boolean any = video.samples().keyframes() == 0;
    try {
      long start = 0;
      Sample sample = cursor.next();
      for (int i = 0; sample != null; i++) {
        if (i == 0) {
          // Fragments may be a part of something longer, and count on from there.
          start = sample.time() + video.editStart();
          // An edit that starts where the first picture is shown cuts nothing off.
          long cut = Math.max(0, video.editStart() - Math.max(0, sample.compositionOffset()));
          picker = new Picker(video.seconds(Math.max(0, video.samples().span() - cut)), steps);
        }
        if (any || sample.keyframe()) {
          long shown = sample.time() + sample.compositionOffset() - start;
          picker.take(
              new Keyframe(sample.offset(), sample.size(), video.seconds(shown), sample.entry()));
          any = false;
        }
        sample = picker.done() ? null : cursor.next();
      }
    } catch (Malformed e) {
      return picker.timeline();
    }
    return picker.timeline();
  }

  /** Keyframes come in the order of time, and so do the steps they are nearest to. */
  private static final class Picker {
    private final double duration;
    private final int steps;
    private final List<Keyframe> picked = new ArrayList<>();
    private Keyframe last = new Keyframe(0, 0, 0, 0);
    private boolean any;

    Picker(double duration, int steps) {
      this.duration = duration;
      this.steps = steps;
    }

    private double middle(int step) {
      return duration * (step + 0.5) / steps;
    }

    void take(Keyframe next) {
      while (any && !done() && middle(picked.size()) <= next.seconds()) {
        double middle = middle(picked.size());
        boolean nearer = next.seconds() - middle < middle - last.seconds();
        picked.add(nearer ? next : last);
      }
      if (!any || next.seconds() >= last.seconds()) {
        last = next;
        any = true;
      }
    }

    boolean done() {
      return picked.size() == steps;
    }

    Timeline timeline() {
      while (any && !done()) {
        picked.add(last);
      }
      return new Timeline(duration, picked);
    }
  }
}
