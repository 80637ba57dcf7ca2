package dev.darkroom.reconcile;

import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Owner;
import dev.darkroom.reconcile.mend.Finding;
import dev.darkroom.reconcile.mend.Look;
import dev.darkroom.reconcile.mend.Mending;
import dev.darkroom.reconcile.pass.Pass;
import dev.darkroom.reconcile.walk.Dropped;
import dev.darkroom.reconcile.walk.Folder;
import dev.darkroom.reconcile.walk.Upload;
import dev.darkroom.reconcile.walk.Uploads;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.store.ObjectStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** One run's way through a pass. An upload that cannot be mended stops none of the others. */
final class Round {
  private static final Logger LOG = Logger.getLogger(Round.class);

  private final ObjectStore store;
  private final Mending mending;
  private final Look look;
  private final Deadline deadline;
  private Pass pass;
  private Report report = Report.NOTHING;

  Round(ObjectStore store, Mending mending, Look look, Deadline deadline, Pass pass) {
    this.store = store;
    this.mending = mending;
    this.look = look;
    this.deadline = deadline;
    this.pass = pass;
  }

  /** How far a run got, and what it found on its way. */
  record Reached(Pass pass, Report report) {}

  Reached run() {
    try {
      while (!pass.ended()) {
        switch (pass.part()) {
          case FOLDERS -> folders();
          case DROPPED_IMAGES -> dropped(MediaKind.IMAGE);
          case DROPPED_VIDEOS -> dropped(MediaKind.VIDEO);
          case SUSPECTS -> suspects();
          case END -> throw new IllegalStateException("the pass has ended");
        }
        pass = pass.next();
      }
    } catch (TimeoutException e) {
      LOG.infof("time is up in %s, the next run goes on", pass.part());
    }
    return new Reached(pass, report.ended(pass.ended()));
  }

  private void folders() throws TimeoutException {
    Uploads uploads = Uploads.after(store, pass.after(), deadline);
    for (Optional<Upload> next = next(uploads::next, uploads::place);
        next.isPresent();
        next = next(uploads::next, uploads::place)) {
      Upload upload = next.get();
      if (!upload.originals().isEmpty()) {
        report = report.andScanned();
      }
      attempt(upload.folder(), () -> mending.mend(upload, look, deadline));
      pass = pass.at(uploads.place());
      deadline.check();
    }
  }

  private void dropped(MediaKind kind) throws TimeoutException {
    Dropped originals = Dropped.after(store, kind, pass.after(), deadline);
    for (Optional<Dropped.Original> next = next(originals::next, originals::place);
        next.isPresent();
        next = next(originals::next, originals::place)) {
      Dropped.Original original = next.get();
      report = report.andScanned();
      pass = pass.trusting(original.folder().id());
      attempt(original.folder(), () -> mend(original));
      pass = pass.at(originals.place());
      deadline.check();
    }
  }

  /** What may find that time is up. */
  private interface Timed<T> {
    T get() throws TimeoutException;
  }

  /** Takes what comes next. If time is up first, the next run begins after what was left out. */
  private <T> T next(Timed<T> source, Supplier<String> place) throws TimeoutException {
    try {
      return source.get();
    } catch (TimeoutException e) {
      pass = pass.at(place.get());
      throw e;
    }
  }

  private List<Finding> mend(Dropped.Original original) throws TimeoutException {
    boolean inOrder =
        !look.isOld(original.object(), original.key().kind())
            || mending.isSettled(original.folder(), original.object());
    return inOrder
        ? List.of()
        : mending.mend(
            Uploads.find(store, original.folder(), deadline).of(original.object()), look, deadline);
  }

  private void suspects() throws TimeoutException {
    for (MediaId id : pass.suspects()) {
      deadline.check();
      var folder = new Folder(Owner.LOCAL, id);
      attempt(folder, () -> mending.mendSuspect(folder, look, deadline));
      pass = pass.trusting(id);
    }
  }

  private void attempt(Folder folder, Timed<List<Finding>> attempt) throws TimeoutException {
    try {
      List<Finding> findings = attempt.get();
      report = report.and(findings);
      if (findings.contains(Finding.SUSPECT)) {
        pass = pass.suspecting(folder.id());
      }
    } catch (RuntimeException e) {
      LOG.warnf(e, "%s could not be looked at, or mended", folder);
      report = report.andFailed();
      pass = pass.failed();
    }
  }
}
