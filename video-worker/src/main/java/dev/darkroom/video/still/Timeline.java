package dev.darkroom.video.still;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Sample;
import dev.darkroom.codec.mp4.SampleCursor;
import dev.darkroom.codec.mp4.Track;
import java.util.ArrayList;
import java.util.List;

/**
 * Divides a video into equal steps, each with the keyframe nearest to its middle. If there are
 * fewer keyframes than steps, neighboring steps share one.
 *
 * @param duration in seconds, from the first frame that is shown
 * @param steps the keyframe of each step; empty if no keyframe can be found
 */
public record Timeline(double duration, List<Keyframe> steps) {
  public Timeline {
    steps = List.copyOf(steps);
  }

  /** Divides a track into steps; one that is damaged midway, only up to the damage. */
  public static Timeline of(Track video, int steps) {
    SampleCursor cursor = video.samples().cursor();
    Picker picker = new Picker(0, steps);
    boolean any = video.samples().keyframes() == 0;
    try {
      long start = 0;
      Sample sample = cursor.next();
      for (int i = 0; sample != null; i++) {
        if (i == 0) {
          // Fragments cut out of a longer video do not start at zero.
          start = sample.time() + video.editStart();
          // An edit that starts when the first frame is shown cuts nothing off.
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

  /** Assigns keyframes to steps, both in order of time. */
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
