package dev.darkroom.reconcile.mend;

import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Owner;
import dev.darkroom.reconcile.walk.Folder;
import dev.darkroom.reconcile.walk.Notes;
import dev.darkroom.reconcile.walk.Upload;
import dev.darkroom.reconcile.walk.Uploads;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.store.Manifests;
import dev.darkroom.stage.store.ObjectStore;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Deletes what was made of originals that are gone, once no worker can still be at it. */
final class Orphans {
  private static final Logger LOG = Logger.getLogger(Orphans.class);

  private final ObjectStore store;
  private final Manifests manifests;
  private final Sources sources;
  private final Notes notes;

  Orphans(ObjectStore store, Sources sources, Notes notes) {
    this.store = store;
    this.manifests = new Manifests(store);
    this.sources = sources;
    this.notes = notes;
  }

  /**
   * Deletes what there is of an upload without an original.
   *
   * @param key where its original was; absent if nothing tells
   */
  Optional<Finding> mend(Upload upload, Optional<OriginalKey> key, Look look, Deadline deadline)
      throws TimeoutException {
    Folder folder = upload.folder();
    Optional<Instant> newest = upload.outputs().newest();
    if (newest.isEmpty()) {
      if (upload.note().isPresent()) {
        notes.delete(folder);
      }
      return Optional.empty();
    }
    if (!look.isOld(newest.get(), look.ages().longest())) {
      return Optional.empty();
    }
    if (key.isPresent()) {
      return manifests.deleteIfOrphaned(key.get()) ? deleted(folder) : Optional.empty();
    }
    return folder.owner().equals(Owner.LOCAL)
        ? Optional.of(Finding.SUSPECT)
        : deleteUnowned(folder, look, deadline);
  }

  /** Deletes outputs that no original can be the source of, if that is still so. */
  Optional<Finding> deleteUnowned(Folder folder, Look look, Deadline deadline)
      throws TimeoutException {
    Upload now = Uploads.find(store, folder, deadline);
    boolean orphaned =
        sources.listed(now).isEmpty()
            && sources.key(now).isEmpty()
            && now.outputs()
                .newest()
                .filter(it -> look.isOld(it, look.ages().longest()))
                .isPresent();
    if (!orphaned) {
      return Optional.empty();
    }
    manifests.deleteOutputs(folder.owner(), folder.id());
    return deleted(folder);
  }

  private Optional<Finding> deleted(Folder folder) {
    notes.delete(folder);
    LOG.infof("the outputs of %s had no original, and were deleted", folder);
    return Optional.of(Finding.ORPHANS_DELETED);
  }
}
