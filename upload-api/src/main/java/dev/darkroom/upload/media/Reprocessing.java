package dev.darkroom.upload.media;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Owner;
import dev.darkroom.stage.batch.ObjectCreated;
import dev.darkroom.stage.store.JobQueues;
import dev.darkroom.stage.store.ObjectInfo;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.upload.config.UploadSettings;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Has an original processed again. */
@Singleton
final class Reprocessing {
  private final ObjectStore store;
  private final Library library;
  private final Originals originals;
  private final JobQueues queues;
  private final Clock clock;
  private final String bucket;

  Reprocessing(
      ObjectStore store,
      Library library,
      Originals originals,
      JobQueues queues,
      Clock clock,
      UploadSettings settings) {
    this.store = store;
    this.library = library;
    this.originals = originals;
    this.queues = queues;
    this.clock = clock;
    this.bucket = settings.bucket();
  }

  /** Empty if there is no original any more. */
  Optional<Accepted> start(Owner owner, MediaId id) {
    return again(owner, id)
        .or(() -> originals.find(owner, id).map(it -> job(it.original().kind(), it.info())))
        .map(job -> send(id, job));
  }

  private record Job(MediaKind kind, ObjectCreated event) {}

  /** As the manifest knows it: it also finds what lies elsewhere, and the worker it ended with. */
  private Optional<Job> again(Owner owner, MediaId id) {
    return library
        .manifest(owner, id)
        .flatMap(
            manifest ->
                store
                    .head(manifest.original().key())
                    .filter(info -> isOf(id, info))
                    .map(info -> sameOrNew(manifest, info)));
  }

  /** What was dropped over a dropped file has the same key, and an id of its own. */
  private static boolean isOf(MediaId id, ObjectInfo info) {
    return OriginalKey.parse(info.key(), info.etag())
        .filter(key -> key.id().equals(id))
        .isPresent();
  }

  /** Content that was replaced since is none of what the manifest's event was about. */
  private Job sameOrNew(Manifest manifest, ObjectInfo info) {
    Manifest.Original known = manifest.original();
    if (!known.etag().equals(info.etag())) {
      return job(manifest.kind(), info);
    }
    var event =
        new ObjectCreated(
            bucket,
            known.key(),
            known.etag(),
            info.size(),
            known.sequencer(),
            known.uploadedAt(),
            clock.instant(),
            false);
    return new Job(manifest.kind(), event);
  }

  private Job job(MediaKind kind, ObjectInfo info) {
    var event =
        new ObjectCreated(
            bucket,
            info.key(),
            info.etag(),
            info.size(),
            null,
            info.lastModified(),
            clock.instant(),
            false);
    return new Job(kind, event);
  }

  private Accepted send(MediaId id, Job job) {
    queues.send(job.kind(), job.event());
    return Accepted.queued(id, job.kind());
  }
}
