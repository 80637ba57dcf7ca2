package dev.darkroom.stage.batch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An object was written to the bucket, or a person asked for it to be processed again.
 *
 * @param key decoded
 * @param etag without quotes
 * @param size in bytes
 * @param sequencer orders events of one key, see {@link Sequencer}; absent where the store gives
 *     none
 * @param at when the object was written
 * @param requestedAt when processing it again was asked for; absent for a plain event
 * @param handedOver whether the other worker already declined it
 */
public record ObjectCreated(
    String bucket,
    String key,
    String etag,
    long size,
    @Nullable String sequencer,
    Instant at,
    @Nullable Instant requestedAt,
    boolean handedOver) {

  /** The same event for the other worker. */
  public ObjectCreated handOver() {
    return new ObjectCreated(bucket, key, etag, size, sequencer, at, requestedAt, true);
  }
}
