package dev.darkroom.bench.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A video to code.
 *
 * @param arrival of its event, in seconds
 * @param segments their lengths, in seconds
 * @param codesSound whether its sound is coded anew; AAC is copied
 */
record Video(double arrival, double framesPerSecond, List<Double> segments, boolean codesSound) {
  private static final double LEAST_SEGMENT = 4;
  private static final double FILM_SECONDS = 7_200;
  private static final double CLIPS_SECONDS = 3_600;
  private static final int CLIPS = 10_000;

  Video {
    segments = List.copyOf(segments);
  }

  /** Number of parts that must be there before it can be finished. */
  int parts() {
    return segments.size() + (codesSound ? 1 : 0);
  }

  double seconds() {
    return segments.stream().mapToDouble(Double::doubleValue).sum();
  }

  /**
   * Draws a film of two hours and 24 frames a second, as x265 codes it by default: a keyframe at
   * every cut, and after 250 frames at the latest.
   */
  static Video film(Random random) {
    return new Video(
        0, 24, segments(FILM_SECONDS, () -> 1 + random.nextDouble() * (250 / 24.0 - 1)), true);
  }

  /**
   * Draws the clips of an hour from phones: they arrive at random, have 30 frames and a keyframe a
   * second, and last 15 seconds in the median and three minutes at most.
   */
  static List<Video> clips(Random random) {
    var clips = new ArrayList<Video>(CLIPS);
    for (int i = 0; i < CLIPS; i++) {
      double seconds = Math.clamp(15 * Math.exp(0.8 * random.nextGaussian()), 2, 180);
      clips.add(
          new Video(random.nextDouble() * CLIPS_SECONDS, 30, segments(seconds, () -> 1), false));
    }
    return clips;
  }

  /** Draws the distance to the next keyframe, in seconds. */
  @FunctionalInterface
  private interface Distance {
    double next();
  }

  /**
   * Cuts at the first keyframe that is four seconds or more after the last cut, as the plan does.
   */
  private static List<Double> segments(double seconds, Distance distance) {
    var segments = new ArrayList<Double>();
    double at = 0;
    double segment = 0;
    while (at < seconds) {
      double step = Math.min(distance.next(), seconds - at);
      at += step;
      segment += step;
      if (segment >= LEAST_SEGMENT || at >= seconds) {
        segments.add(segment);
        segment = 0;
      }
    }
    return segments;
  }
}
