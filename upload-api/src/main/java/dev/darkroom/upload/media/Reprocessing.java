package dev.darkroom.upload.media;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Owner;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.store.JobQueues;
import dev.darkroom.stage.store.ObjectInfo;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.upload.config.UploadSettings;
import dev.darkroom.upload.ticket.Tickets;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Has originals processed again, one job for all requests that come while one is pending.
 *
 * <p>Requests within half a minute bear one time, and of results with one time a single one is
 * committed and announced, however many jobs were sent. A note in the bucket keeps the second job
 * from being sent; it is written after the first was, so that a crash in between loses no request.
 */
@Singleton
final class Reprocessing {
  private static final Duration WINDOW = Duration.ofSeconds(30);

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
   * Sends the job to process an upload again, unless it is on its way.
   *
   * @return empty if its original no longer exists
   */
  Optional<Accepted> start(Owner owner, MediaId id) {
    return processed(owner, id)
        .or(() -> unfinished(owner, id))
        .or(() -> originals.find(owner, id).map(it -> job(it.original().kind(), it.info())))
        .map(job -> send(owner, id, job));
  }

  /**
   * @param lastRequest that the present result answers
   */
  private record Job(MediaKind kind, JobEvent event, @Nullable Instant lastRequest) {}

  /**
   * The job by the manifest, which also knows originals that lie elsewhere, and the worker that
   * processed them.
   */
  private Optional<Job> processed(Owner owner, MediaId id) {
    return finder
        .manifest(owner, id)
        .flatMap(
            manifest ->
                store.original(manifest.original().key()).map(info -> sameOrNew(manifest, info)));
  }

  /** The job by the draft, which knows as much. It answers no request yet. */
  private Optional<Job> unfinished(Owner owner, MediaId id) {
    return finder
        .draft(owner, id)
        .map(draft -> new Job(draft.kind(), JobEvent.written(bucket, draft.original()), null));
  }

  /** The job for what is at the key now, which may be newer than what the manifest describes. */
  private Job sameOrNew(Manifest manifest, ObjectInfo info) {
    Manifest.Original known = manifest.original();
    return known.etag().equals(info.etag())
        ? new Job(
            manifest.kind(), JobEvent.written(bucket, known), manifest.processing().requestedAt())
        : job(manifest.kind(), info);
  }

  private Job job(MediaKind kind, ObjectInfo info) {
    return new Job(
        kind, JobEvent.written(bucket, info.key(), info.etag(), null, info.lastModified()), null);
  }

  private Accepted send(Owner owner, MediaId id, Job job) {
    JobEvent event = job.event().again(requestTime(job.lastRequest()));
    String pending = Tickets.requestKey(owner, id, event);
    if (store.head(pending).isEmpty()) {
      queues.send(job.kind(), event);
      store.put(pending, PutOptions.json(), new byte[0]);
    }
    return Accepted.queued(id, job.kind());
  }

  /** The start of this half minute, or just after a request in it that is answered already. */
  private Instant requestTime(@Nullable Instant lastRequest) {
    long window = WINDOW.toMillis();
    Instant start = Instant.ofEpochMilli(clock.millis() / window * window);
    return lastRequest == null || lastRequest.isBefore(start) ? start : lastRequest.plusMillis(1);
  }
}
