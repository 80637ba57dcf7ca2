package dev.darkroom.reconcile.pass;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one run leaves to the next.
 *
 * @param pass that is under way; absent between passes
 * @param examined the last pass that ended; absent before the first
 */
public record Cursor(@Nullable Pass pass, @Nullable Examined examined) {
  static final Cursor NONE = new Cursor(null, null);

  /** The pass that a run continues; a new one if there is none, or if it has other ages. */
  public Pass resume(Instant now, Ages ages) {
    return pass == null || !pass.ages().equals(ages) ? Pass.start(now, ages) : pass;
  }

  /** Returns the cursor after a run got so far. */
  public Cursor after(Pass reached) {
    if (!reached.ended()) {
      return new Cursor(reached, examined);
    }
    return new Cursor(
        null, reached.clean() ? new Examined(reached.startedAt(), reached.ages()) : examined);
  }
}
