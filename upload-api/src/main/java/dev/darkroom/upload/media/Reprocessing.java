package dev.darkroom.upload.media;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Owner;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.store.JobQueues;
import dev.darkroom.stage.store.ObjectInfo;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.upload.config.UploadSettings;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Has originals processed again. */
@Singleton
final class Reprocessing {
  private final ObjectStore store;
  private final MediaFinder finder;
  private final Originals originals;
  private final JobQueues queues;
  private final Clock clock;
  private final String bucket;

  Reprocessing(
      ObjectStore store,
      MediaFinder finder,
      Originals originals,
      JobQueues queues,
      Clock clock,
      UploadSettings settings) {
    this.store = store;
    this.finder = finder;
    this.originals = originals;
    this.queues = queues;
    this.clock = clock;
    this.bucket = settings.bucket();
  }

  /**
   * Sends the job to process an upload again.
   *
   * @return empty if its original no longer exists
   */
  Optional<Accepted> start(Owner owner, MediaId id) {
    return processed(owner, id)
        .or(() -> originals.find(owner, id).map(it -> job(it.original().kind(), it.info())))
        .map(job -> send(id, job));
  }

  private record Job(MediaKind kind, JobEvent event) {}

  /**
   * The job by the manifest, which also knows originals that lie elsewhere, and the worker that
   * processed them.
   */
  private Optional<Job> processed(Owner owner, MediaId id) {
    return finder
        .manifest(owner, id)
        .flatMap(
            manifest ->
                store
                    .head(manifest.original().key())
                    .filter(info -> isOf(id, info))
                    .map(info -> sameOrNew(manifest, info)));
  }

  /** False for a file that replaced a dropped one: it has the same key, and an id of its own. */
  private static boolean isOf(MediaId id, ObjectInfo info) {
    return OriginalKey.parse(info.key(), info.etag())
        .filter(key -> key.id().equals(id))
        .isPresent();
  }

  /** The job for what is at the key now, which may be newer than what the manifest describes. */
  private Job sameOrNew(Manifest manifest, ObjectInfo info) {
    Manifest.Original known = manifest.original();
    return known.etag().equals(info.etag())
        ? new Job(manifest.kind(), JobEvent.written(bucket, known))
        : job(manifest.kind(), info);
  }

  private Job job(MediaKind kind, ObjectInfo info) {
    return new Job(
        kind, JobEvent.written(bucket, info.key(), info.etag(), null, info.lastModified()));
  }

  private Accepted send(MediaId id, Job job) {
    queues.send(job.kind(), job.event().again(clock.instant()));
    return Accepted.queued(id, job.kind());
  }
}
