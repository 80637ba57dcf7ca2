package dev.darkroom.video.still;

import dev.darkroom.codec.mp4.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps those samples of a stretch that are the largest compared with the samples before them. */
final class Prominent {
  /** Maximum number of samples kept. */
  static final int KEPT = 8;

  /** Number of samples before one that it is compared with. */
  static final int NEIGHBORS = 16;

  private final PriorityQueue<Rated> least =
      new PriorityQueue<>(Comparator.comparingDouble(Rated::prominence));

  private record Rated(Sample sample, double prominence) {}

  /**
   * @param usual average size of the samples before it, in bytes; 0 if there are none
   */
  void add(Sample sample, double usual) {
    double prominence = sample.size() / Math.max(1, usual);
    if (least.size() < KEPT) {
      least.add(new Rated(sample, prominence));
    } else if (prominence > least.element().prominence) {
      least.remove();
      least.add(new Rated(sample, prominence));
    }
  }

  List<Sample> all() {
    return from(0, KEPT);
  }

  /** Returns samples by their rank: 0 is the most prominent. */
  List<Sample> from(int rank, int end) {
    var sorted = new ArrayList<>(least);
    sorted.sort(Comparator.comparingDouble(Rated::prominence).reversed());
    int last = Math.min(end, sorted.size());
    return rank >= last
        ? List.of()
        : sorted.subList(rank, last).stream().map(Rated::sample).toList();
  }
}
