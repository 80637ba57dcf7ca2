package dev.darkroom.reconcile.mend;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.contract.stream.StreamTask;
import dev.darkroom.reconcile.walk.Folder;
import dev.darkroom.reconcile.walk.Notes;
import dev.darkroom.reconcile.walk.Upload;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.store.JobQueues;
import dev.darkroom.stage.store.Manifests;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.Version;
import dev.darkroom.stage.stream.Contents;
import dev.darkroom.stage.stream.StreamQueue;
import dev.darkroom.stage.stream.UnreadableWorkException;
import dev.darkroom.stage.stream.WorkFolder;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Goes on with the work on streams that has stopped: sends the tasks whose parts are missing, or
 * the last one, and deletes work that a result has overtaken.
 */
final class LostTasks {
  private static final Logger LOG = Logger.getLogger(LostTasks.class);

  private final String bucket;
  private final ObjectStore store;
  private final Manifests manifests;
  private final JobQueues jobs;
  private final StreamQueue streams;
  private final Notes notes;

  LostTasks(String bucket, ObjectStore store, JobQueues jobs, StreamQueue streams, Notes notes) {
    this.bucket = bucket;
    this.store = store;
    this.manifests = new Manifests(store);
    this.jobs = jobs;
    this.streams = streams;
    this.notes = notes;
  }

  /** What became of the work on one stream. */
  enum State {
    /** It goes on, or waits for its turn. */
    BUSY,
    RESENT,
    DELETED,
    /** Nothing can be done for it, or nothing will come of it. */
    IDLE
  }

  /**
   * Looks at all work on an upload.
   *
   * @param original as it was listed
   * @param settled whether the upload's result is that of the original
   */
  Set<State> mend(Upload upload, OriginalKey original, Result result, boolean settled, Look look) {
    var states = EnumSet.noneOf(State.class);
    upload
        .outputs()
        .work()
        .forEach(
            (generation, changed) ->
                states.add(
                    look.isOld(changed, look.ages().stream())
                        ? mend(upload, original, generation, changed, result, settled, look)
                        : State.BUSY));
    return states;
  }

  private State mend(
      Upload upload,
      OriginalKey original,
      String generation,
      Instant changed,
      Result result,
      boolean settled,
      Look look) {
    Folder folder = upload.folder();
    var work = new WorkFolder(store, folder.owner(), folder.id(), generation);
    Optional<Manifest> draft =
        Sources.draft(work).filter(it -> Version.of(it).generation().equals(generation));
    if (draft.isEmpty()) {
      return settled ? close(work) : State.IDLE;
    }
    Version version = Version.of(draft.get());
    if (result.settles(version)) {
      return deleted(original, version, result);
    }
    Manifest.Original source = draft.get().original();
    if (store.original(source.key(), source.etag()).isEmpty()) {
      return State.IDLE;
    }
    if (!look.isDue(upload, changed, look.ages().stream())) {
      return State.BUSY;
    }
    send(work, draft.get());
    notes.write(folder, source.key());
    LOG.infof("the work on the stream of %s had stopped, and was sent again", folder);
    return State.RESENT;
  }

  /** Deletes what nobody can tell the use of. No event of this version comes to anything now. */
  private static State close(WorkFolder work) {
    work.close();
    return State.DELETED;
  }

  /** Deletes what the result has overtaken. That of a job that was given up may still be used. */
  private State deleted(OriginalKey original, Version version, Result result) {
    if (!(result instanceof Result.Known(var stored)) || version.supersedes(stored.manifest())) {
      return State.IDLE;
    }
    manifests.deleteUnnamed(original, version);
    return State.DELETED;
  }

  /** Sends what is missing; the whole job if there is no plan that this version can read. */
  private void send(WorkFolder work, Manifest draft) {
    JobEvent written = JobEvent.written(bucket, draft.original());
    Instant requestedAt = draft.processing().requestedAt();
    JobEvent event = requestedAt == null ? written : written.again(requestedAt);
    Optional<StreamPlan> plan = plan(work);
    if (plan.isEmpty()) {
      jobs.send(draft.kind(), event);
      return;
    }
    Contents contents = work.contents();
    streams.send(
        event,
        contents.decided(plan.get())
            ? List.of(new StreamTask.Finish())
            : contents.missing(plan.get()));
  }

  private static Optional<StreamPlan> plan(WorkFolder work) {
    try {
      return work.plan();
    } catch (UnreadableWorkException e) {
      LOG.warn("a stream is planned anew, as its plan is unreadable", e);
      return Optional.empty();
    }
  }
}
