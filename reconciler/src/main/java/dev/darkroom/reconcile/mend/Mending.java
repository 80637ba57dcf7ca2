package dev.darkroom.reconcile.mend;

import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.reconcile.walk.Folder;
import dev.darkroom.reconcile.walk.Notes;
import dev.darkroom.reconcile.walk.Outputs;
import dev.darkroom.reconcile.walk.Upload;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.store.JobQueues;
import dev.darkroom.stage.store.Manifests;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.StoredObject;
import dev.darkroom.stage.store.UnreadableManifestException;
import dev.darkroom.stage.stream.StreamQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Mends one upload at a time. All that it sends may be sent twice, and all that it deletes may be
 * deleted already, so that runs may overlap with each other and with all other functions.
 */
public final class Mending {
  private static final Logger LOG = Logger.getLogger(Mending.class);

  private final Manifests manifests;
  private final Notes notes;
  private final Sources sources;
  private final Orphans orphans;
  private final LostTasks tasks;
  private final LostJobs jobs;
  private final LostAnnouncements announcements;

  public Mending(
      String bucket,
      ObjectStore store,
      JobQueues queues,
      StreamQueue streams,
      Completions completions) {
    this.manifests = new Manifests(store);
    this.notes = new Notes(store);
    this.sources = new Sources(store);
    this.orphans = new Orphans(store, sources, notes);
    this.tasks = new LostTasks(bucket, store, queues, streams, notes);
    this.jobs = new LostJobs(bucket, sources, queues, notes);
    this.announcements = new LostAnnouncements(bucket, store, completions, notes);
  }

  /**
   * Mends an upload.
   *
   * @throws TimeoutException if the deadline has passed
   */
  public List<Finding> mend(Upload upload, Look look, Deadline deadline) throws TimeoutException {
    Optional<StoredObject> original = sources.listed(upload);
    if (original.isPresent()) {
      return mend(upload, original.get(), look);
    }
    Optional<OriginalKey> key = sources.key(upload);
    Optional<StoredObject> elsewhere = key.flatMap(it -> sources.at(it.key()));
    return elsewhere.isPresent()
        ? mend(upload.of(elsewhere.get()), elsewhere.get(), look)
        : orphans.mend(upload, key, look, deadline).stream().toList();
  }

  /** Deletes the outputs of an upload if no original was found for them at any key. */
  public List<Finding> mendSuspect(Folder folder, Look look, Deadline deadline)
      throws TimeoutException {
    return orphans.deleteUnowned(folder, look, deadline).stream().toList();
  }

  /** Whether an original, at whatever key, has its result. */
  public boolean isSettled(Folder folder, StoredObject original) {
    return !jobs.isLost(original, result(folder));
  }

  private List<Finding> mend(Upload upload, StoredObject original, Look look) {
    OriginalKey key = OriginalKey.parse(original.key()).orElseThrow();
    if (!isDoubtful(upload, original, key.kind(), look)) {
      return List.of();
    }
    Result result =
        upload.outputs().manifest().isPresent() ? result(upload.folder()) : new Result.None();
    boolean lost = jobs.isLost(original, result);
    var findings = new ArrayList<Finding>();
    Set<LostTasks.State> work = tasks.mend(upload, key, result, !lost, look);
    if (work.contains(LostTasks.State.DELETED)) {
      findings.add(Finding.ORPHANS_DELETED);
    }
    if (work.contains(LostTasks.State.RESENT)) {
      findings.add(Finding.RESENT);
    } else if (!work.contains(LostTasks.State.BUSY)) {
      mendResult(upload, original, key, result, lost, look).ifPresent(findings::add);
    }
    return findings;
  }

  private Optional<Finding> mendResult(
      Upload upload,
      StoredObject original,
      OriginalKey key,
      Result result,
      boolean lost,
      Look look) {
    if (lost) {
      return jobs.resend(key, upload, original, result, look)
          ? Optional.of(Finding.RESENT)
          : Optional.empty();
    }
    Optional<StoredObject> manifest = upload.outputs().manifest();
    if (manifest.isEmpty() || !(result instanceof Result.Known)) {
      return Optional.empty();
    }
    return switch (announcements.mend(upload, manifest.get(), original.key(), look)) {
      case RESENT -> Optional.of(Finding.REANNOUNCED);
      case PENDING -> Optional.empty();
      case ANNOUNCED -> {
        if (upload.note().isPresent()) {
          notes.delete(upload.folder());
        }
        yield Optional.empty();
      }
    };
  }

  /**
   * Whether more than listings must be asked. What was seen in order and has not changed since is
   * in order, and what is too young may still get there by itself.
   */
  private static boolean isDoubtful(
      Upload upload, StoredObject original, MediaKind kind, Look look) {
    Outputs outputs = upload.outputs();
    if (upload.note().isPresent() || !outputs.work().isEmpty()) {
      return true;
    }
    boolean old = look.isOld(original, kind);
    if (outputs.manifest().isEmpty()) {
      return old;
    }
    StoredObject manifest = outputs.manifest().get();
    if (old
        && (manifest.lastModified().isBefore(original.lastModified())
            || look.isUnexamined(original, look.ages().of(kind)))) {
      return true;
    }
    return look.isOld(manifest.lastModified(), look.ages().announcement())
        && (outputs.marker().isEmpty()
            || outputs.marker().get().lastModified().isBefore(manifest.lastModified())
            || look.isUnexamined(manifest, look.ages().announcement()));
  }

  private Result result(Folder folder) {
    try {
      return manifests
          .find(folder.owner(), folder.id())
          .<Result>map(Result.Known::new)
          .orElseGet(Result.None::new);
    } catch (UnreadableManifestException e) {
      LOG.warnf(e, "%s has a manifest that this version cannot read", folder);
      return new Result.Unreadable(e);
    }
  }
}
