package dev.darkroom.reconcile.mend;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.reconcile.walk.Notes;
import dev.darkroom.reconcile.walk.Upload;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.store.JobQueues;
import dev.darkroom.stage.store.StoredObject;
import dev.darkroom.stage.store.Version;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Sends the job again for an original that has no manifest, or only one of older content. */
final class LostJobs {
  private static final Logger LOG = Logger.getLogger(LostJobs.class);

  private final String bucket;
  private final Sources sources;
  private final JobQueues queues;
  private final Notes notes;

  LostJobs(String bucket, Sources sources, JobQueues queues, Notes notes) {
    this.bucket = bucket;
    this.sources = sources;
    this.queues = queues;
    this.notes = notes;
  }

  /** Whether an original as it was listed has no result. */
  boolean isLost(StoredObject original, Result result) {
    return !result.settles(Version.of(event(original, result)));
  }

  /**
   * Sends the job, unless that was done lately or the original has changed since it was listed.
   *
   * @return whether it was sent
   */
  boolean resend(OriginalKey key, Upload upload, StoredObject listed, Result result, Look look) {
    if (!look.isDue(upload, listed.lastModified(), look.ages().of(key.kind()))) {
      return false;
    }
    return sources
        .at(key.key())
        .filter(found -> isLost(found, result))
        .map(
            found -> {
              queues.send(key.kind(), event(found, result));
              notes.write(upload.folder(), key.key());
              LOG.infof("%s has no result, its job was sent again", upload.folder());
              return true;
            })
        .orElse(false);
  }

  /** The event of an original's write. What is at the key now is newer than what was there. */
  private JobEvent event(StoredObject original, Result result) {
    Instant at = original.lastModified();
    if (result instanceof Result.Known(var stored)) {
      Manifest.Original known = stored.manifest().original();
      if (known.key().equals(original.key())
          && !known.etag().equals(original.etag())
          && !at.isAfter(known.uploadedAt())) {
        // Listings tell whole seconds.
        at = known.uploadedAt().plusMillis(1);
      }
    }
    return JobEvent.written(bucket, original.key(), original.etag(), null, at);
  }
}
