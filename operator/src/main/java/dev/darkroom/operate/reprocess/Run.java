package dev.darkroom.operate.reprocess;

import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.Owner;
import dev.darkroom.operate.results.Owners;
import dev.darkroom.operate.results.Result;
import dev.darkroom.operate.results.ResultWalk;
import dev.darkroom.operate.results.ResultWalk.Listed;
import dev.darkroom.operate.terminal.Pace;
import dev.darkroom.operate.terminal.Screen;
import dev.darkroom.stage.reprocess.Reprocessing;
import dev.darkroom.stage.store.Manifests;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.Parallel;
import java.util.List;
import java.util.Optional;

/**
 * Sends the jobs of selected uploads.
 *
 * @param dryRun whether to count only
 */
record Run(
    ObjectStore store,
    Reprocessing reprocessing,
    boolean dryRun,
    Pace pace,
    Screen screen,
    Tally tally) {

  /**
   * Walks through results and sends the jobs of those that a filter selects. Ends after a handful
   * in which one failed: the next would most likely fail as well, and the walk can go on later.
   */
  void matching(ResultWalk walk, Filter filter) {
    var manifests = new Manifests(store);
    for (var handful = walk.next(); !handful.isEmpty(); handful = walk.next()) {
      Parallel.map(handful, listed -> of(listed, manifests, filter)).forEach(tally::add);
      if (tally.fault().isPresent()) {
        return;
      }
      tally.reach(handful.getLast().position());
      screen.progress(
          "%d looked at, %d %s, up to %s"
              .formatted(
                  tally.total(),
                  tally.count(Outcome.SENT),
                  Outcome.SENT,
                  handful.getLast().position()));
    }
  }

  private Outcome of(Listed listed, Manifests manifests, Filter filter) {
    if (!filter.mayMatch(listed)) {
      return Outcome.OTHER;
    }
    try {
      Optional<Result> result = Result.read(manifests, listed.key()).filter(filter::matches);
      return result.isPresent() ? send(result.get().owner(), result.get().id()) : Outcome.OTHER;
    } catch (RuntimeException e) {
      tally.met(e);
      return Outcome.FAILED;
    }
  }

  /**
   * Sends the jobs of uploads, whatever their state.
   *
   * @param owner theirs; if it is absent, all owners are tried
   */
  void these(List<MediaId> ids, Optional<Owner> owner) {
    List<Owner> owners = owner.map(List::of).orElseGet(() -> Owners.all(store));
    for (MediaId id : ids) {
      tally.add(
          owners.stream()
              .map(it -> send(it, id))
              .filter(outcome -> outcome != Outcome.NO_ORIGINAL)
              .findFirst()
              .orElse(Outcome.UNKNOWN));
    }
  }

  private Outcome send(Owner owner, MediaId id) {
    if (dryRun) {
      return reprocessing.wouldStart(owner, id).isPresent() ? Outcome.SENT : Outcome.NO_ORIGINAL;
    }
    pace.await();
    return reprocessing
        .start(owner, id)
        .map(answer -> answer.sent() ? Outcome.SENT : Outcome.PENDING)
        .orElse(Outcome.NO_ORIGINAL);
  }
}
