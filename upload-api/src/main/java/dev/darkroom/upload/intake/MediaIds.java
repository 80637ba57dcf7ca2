package dev.darkroom.upload.intake;

import dev.darkroom.contract.MediaId;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** Draws ids for new uploads. */
public record MediaIds(Clock clock, RandomGenerator random) {
  public MediaId next() {
    return MediaId.next(clock.instant(), random);
  }
}
