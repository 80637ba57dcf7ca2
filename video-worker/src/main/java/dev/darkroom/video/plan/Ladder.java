package dev.darkroom.video.plan;

import dev.darkroom.contract.stream.StreamPlan.Rung;
import dev.darkroom.video.still.Size;
import java.util.ArrayList;
import java.util.List;

/** Chooses the sizes that a video is coded into. None is larger than the video. */
final class Ladder {
  /** A rung that is larger than this part of the one above is left out. */
  private static final double LEAST_STEP = 0.8;

  /** Longest side: what level 5.1 of H.264 allows in usual shapes, and every decoder takes. */
  private static final int MAX_SIDE = 4096;

  private static final int MIN_SIDE = 2;

  private Ladder() {}

  /**
   * Returns the rungs, the largest first: at least one.
   *
   * @param shown size that people see, in square pixels
   * @param lines of the rungs: pixels of the shorter side, falling
   */
  static List<Rung> of(Size shown, List<Integer> lines) {
    int longer = Math.max(shown.width(), shown.height());
    int shorter = Math.min(shown.width(), shown.height());
    double aspect = longer / (double) shorter;
    var rungs = new ArrayList<Rung>();
    double above = Double.MAX_VALUE;
    for (int wanted : lines) {
      double most = Math.min(Math.min(wanted, shorter), MAX_SIDE / aspect);
      int side = even(most, most);
      if (side <= LEAST_STEP * above) {
        int other = even(side * aspect, longer);
        boolean wide = shown.width() >= shown.height();
        rungs.add(new Rung("stream-" + side, wide ? other : side, wide ? side : other));
        above = side;
      }
    }
    return rungs;
  }

  /**
   * Returns the nearest even number.
   *
   * @param most bound that only {@link #MIN_SIDE} exceeds
   */
  private static int even(double pixels, double most) {
    long nearest = Math.min(2 * Math.round(pixels / 2), 2 * (long) (most / 2));
    return Math.clamp(nearest, MIN_SIDE, MAX_SIDE);
  }
}
