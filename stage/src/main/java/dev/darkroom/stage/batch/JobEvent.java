package dev.darkroom.stage.batch;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.contract.stream.StreamTask;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something to do about one version of an object: it was written to the bucket, or a person asked
 * to process it again.
 *
 * @param key decoded
 * @param etag without quotes
 * @param sequencer orders the events of one key, see {@link Sequencer}; absent where the store
 *     gives none
 * @param at when the object was written
 * @param requestedAt when somebody asked to process it again; absent for the event of a write
 * @param handedOver whether the other worker already declined it
 * @param task the part of the work on its stream to do; absent for all the rest
 */
public record JobEvent(
    String bucket,
    String key,
    String etag,
    @Nullable String sequencer,
    Instant at,
    @Nullable Instant requestedAt,
    boolean handedOver,
    @Nullable StreamTask task) {

  /** The event of an object's write. */
  public static JobEvent written(
      String bucket, String key, String etag, @Nullable String sequencer, Instant at) {
    return new JobEvent(bucket, key, etag, sequencer, at, null, false, null);
  }

  /** The event that an original was written, as its manifest has kept it. */
  public static JobEvent written(String bucket, Manifest.Original original) {
    return written(
        bucket, original.key(), original.etag(), original.sequencer(), original.uploadedAt());
  }

  /** The wish to process the same version again. */
  public JobEvent again(Instant requestedAt) {
    return new JobEvent(bucket, key, etag, sequencer, at, requestedAt, handedOver, task);
  }

  /** Returns this event as a job for the other worker. */
  public JobEvent handOver() {
    return new JobEvent(bucket, key, etag, sequencer, at, requestedAt, true, task);
  }

  /** Returns a part of the work on this version's stream as a job; null for all the rest. */
  public JobEvent with(@Nullable StreamTask part) {
    return new JobEvent(bucket, key, etag, sequencer, at, requestedAt, handedOver, part);
  }

  /** Names the upload and the task for logs, which hold no file names. */
  @Override
  public String toString() {
    String upload =
        OriginalKey.parse(key)
            .map(OriginalKey::toString)
            .or(() -> ProcessedKey.parse(key).map(ProcessedKey::key))
            .orElse("an object of no upload");
    return task == null ? upload : task + " of " + upload;
  }
}
