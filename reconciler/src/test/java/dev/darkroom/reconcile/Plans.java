package dev.darkroom.reconcile;

import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.stage.store.SampleManifest;
import java.util.List;

/** Plans of streams for tests. */
final class Plans {
  private Plans() {}

  /** Plans two segments, and sound that is coded. */
  static StreamPlan ofTwoSegments(SampleManifest film) {
    var slice = new StreamPlan.Slice(0, 1);
    return new StreamPlan(
        StreamPlan.SCHEMA,
        new StreamPlan.Source(film.key(), film.etag(), 7),
        new StreamPlan.Source("inputs", "i", 1),
        new StreamPlan.Picture(600, 0, false, false, 30, null),
        List.of(new StreamPlan.Rung("stream-480", 854, 480)),
        List.of(
            new StreamPlan.Segment(slice, 0, 43_200), new StreamPlan.Segment(slice, 43_200, 2400)),
        new StreamPlan.Sound(slice, false, 48_000, 2, 48_000, 76),
        true);
  }
}
