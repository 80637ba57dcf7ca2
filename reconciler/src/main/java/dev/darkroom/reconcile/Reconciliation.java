package dev.darkroom.reconcile;

import dev.darkroom.reconcile.mend.Look;
import dev.darkroom.reconcile.mend.Mending;
import dev.darkroom.reconcile.pass.Ages;
import dev.darkroom.reconcile.pass.Cursors;
import dev.darkroom.reconcile.pass.Pass;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.store.ObjectStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Goes on with the pass through the bucket where the run before stopped. */
final class Reconciliation {
  private final ObjectStore store;
  private final Mending mending;
  private final Cursors cursors;
  private final Ages ages;
  private final Clock clock;

  /**
   * @param ages how long work may take before it counts as lost
   */
  Reconciliation(ObjectStore store, Mending mending, Ages ages, Clock clock) {
    this.store = store;
    this.mending = mending;
    this.cursors = new Cursors(store);
    this.ages = ages;
    this.clock = clock;
  }

  /**
   * Mends what was lost, until the pass or the time ends.
   *
   * @param olderThan age from which everything counts as lost; absent for the usual ages
   */
  Report run(Optional<Duration> olderThan, Deadline deadline) {
    Instant now = clock.instant();
    Cursors.Stored found = cursors.find();
    Pass pass = found.cursor().resume(now, olderThan.map(Ages::all).orElse(ages));
    var look = new Look(now, pass.ages(), Optional.ofNullable(found.cursor().examined()));
    var round = new Round(store, mending, look, deadline, pass);
    Round.Reached reached = round.run();
    cursors.replace(found, found.cursor().after(reached.pass()));
    return reached.report();
  }
}
