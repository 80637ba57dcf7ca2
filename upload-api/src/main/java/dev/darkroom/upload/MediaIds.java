package dev.darkroom.upload;

import dev.darkroom.contract.MediaId;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** Draws ids. */
record MediaIds(Clock clock, RandomGenerator random) {
  MediaId next() {
    return MediaId.next(clock.instant(), random);
  }
}
