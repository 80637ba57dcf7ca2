package dev.darkroom.stage.reprocess;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.TicketKey;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.store.JobQueues;
import dev.darkroom.stage.store.Manifests;
import dev.darkroom.stage.store.ObjectInfo;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.Originals;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.stage.stream.WorkFinder;
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
public final class Reprocessing {
  private static final Duration WINDOW = Duration.ofSeconds(30);

  private final ObjectStore store;
  private final Manifests manifests;
  private final Originals originals;
  private final WorkFinder work;
  private final JobQueues queues;
  private final Clock clock;
  private final String bucket;

  /**
   * @param bucket name of the store's bucket
   */
  public Reprocessing(ObjectStore store, JobQueues queues, Clock clock, String bucket) {
    this.store = store;
    this.manifests = new Manifests(store);
    this.originals = new Originals(store);
    this.work = new WorkFinder(store);
    this.queues = queues;
    this.clock = clock;
    this.bucket = bucket;
  }

  /**
   * What came of a request.
   *
   * @param kind of the worker that has the job
   * @param sent whether a job was sent; if not, one is on its way
   */
  public record Answer(MediaKind kind, boolean sent) {}

  /**
   * Sends the job to process an upload again, unless it is on its way.
   *
   * @return empty if its original no longer exists
   */
  public Optional<Answer> start(Owner owner, MediaId id) {
    return job(owner, id).map(job -> send(owner, id, job));
  }

  /**
   * Finds the kind of the worker that would get the job.
   *
   * @return empty if the original no longer exists
   */
  public Optional<MediaKind> wouldStart(Owner owner, MediaId id) {
    return job(owner, id).map(Job::kind);
  }

  private Optional<Job> job(Owner owner, MediaId id) {
    return processed(owner, id)
        .or(() -> unfinished(owner, id))
        .or(() -> originals.find(owner, id).map(it -> job(it.key().kind(), it.info())));
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
    return manifests
        .findReadable(owner, id)
        .map(Manifests.Stored::manifest)
        .flatMap(
            manifest ->
                store.original(manifest.original().key()).map(info -> sameOrNew(manifest, info)));
  }

  /** The job by the draft, which knows as much. It answers no request yet. */
  private Optional<Job> unfinished(Owner owner, MediaId id) {
    return work.find(owner, id)
        .map(WorkFinder.Work::draft)
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

  private Answer send(Owner owner, MediaId id, Job job) {
    Instant requestedAt = requestTime(job.lastRequest());
    JobEvent event = job.event().again(requestedAt);
    String pending = new TicketKey(owner, id).request(event.etag(), requestedAt);
    boolean send = store.head(pending).isEmpty();
    if (send) {
      queues.send(job.kind(), event);
      store.put(pending, PutOptions.json(), new byte[0]);
    }
    return new Answer(job.kind(), send);
  }

  /** The start of this half minute, or just after a request in it that is answered already. */
  private Instant requestTime(@Nullable Instant lastRequest) {
    long window = WINDOW.toMillis();
    Instant start = Instant.ofEpochMilli(clock.millis() / window * window);
    return lastRequest == null || lastRequest.isBefore(start) ? start : lastRequest.plusMillis(1);
  }
}
