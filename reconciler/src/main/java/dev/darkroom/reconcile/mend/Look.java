package dev.darkroom.reconcile.mend;

import dev.darkroom.contract.MediaKind;
import dev.darkroom.reconcile.pass.Ages;
import dev.darkroom.reconcile.pass.Examined;
import dev.darkroom.reconcile.walk.Upload;
import dev.darkroom.stage.store.StoredObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What the times of objects mean to a run.
 *
 * @param now when the run began
 * @param ages how long work may take
 * @param examined the last pass that ended; absent before the first
 */
public record Look(Instant now, Ages ages, Optional<Examined> examined) {
  /** Longest time between two messages about the same thing, while nothing comes of it. */
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  /** Least such time, however young everything may count as lost. */
  private static final Duration LEAST_WAIT = Duration.ofSeconds(10);

  /** Whether an original is older than its processing may take. */
  public boolean isOld(StoredObject original, MediaKind kind) {
    return isOld(original.lastModified(), ages.of(kind));
  }

  boolean isOld(Instant modified, Duration age) {
    return !modified.isAfter(now.minus(age));
  }

  /** Whether no pass has looked at an object as it is now. */
  boolean isUnexamined(StoredObject object, Duration age) {
    return examined.filter(it -> it.covers(object.lastModified(), age)).isEmpty();
  }

  /**
   * Whether it is time to send something, or to send it again. A message may wait in a queue for
   * days, so each time the wait is as long as all before it together, up to a day.
   *
   * @param since when the thing became what it is
   * @param age how long it may take
   */
  boolean isDue(Upload upload, Instant since, Duration age) {
    if (!isOld(since, age)) {
      return false;
    }
    Optional<Instant> sent =
        upload.note().map(StoredObject::lastModified).filter(it -> !it.isBefore(since));
    return sent.isEmpty() || isOld(sent.get(), wait(Duration.between(since, sent.get()), age));
  }

  private static Duration wait(Duration waited, Duration age) {
    Duration doubled = waited.compareTo(LONGEST_WAIT) < 0 ? waited : LONGEST_WAIT;
    return Collections.max(List.of(doubled, age, LEAST_WAIT));
  }
}
