package dev.darkroom.upload.ticket;

import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.Owner;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.upload.config.UploadLimits;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

/**
 * Keeps an empty object, {@code tickets/{owner}/{id}}, for each upload that was permitted: it tells
 * an upload that may still come from one that was deleted or never existed. Requests to process an
 * upload again are noted beside it. Deleting an upload deletes both; the bucket's lifecycle rule
 * deletes the others some days after they expired.
 */
@Singleton
public final class Tickets {
  private static final String PREFIX = "tickets/";

  private final ObjectStore store;
  private final UploadLimits limits;
  private final Clock clock;

  public Tickets(ObjectStore store, UploadLimits limits, Clock clock) {
    this.store = store;
    this.limits = limits;
    this.clock = clock;
  }

  /** Notes that this id awaits an upload. */
  public void open(Owner owner, MediaId id) {
    store.put(key(owner, id), PutOptions.json(), new byte[0]);
  }

  /** Whether this id was given out for an upload that may still begin. */
  public boolean isOpen(Owner owner, MediaId id) {
    Instant now = clock.instant();
    Instant opened = id.createdAt();
    boolean young = !opened.isAfter(now) && opened.plus(limits.uploadValidity()).isAfter(now);
    return young && store.head(key(owner, id)).isPresent();
  }

  /** Key of the note that this request to process an upload again was sent. */
  public static String requestKey(Owner owner, MediaId id, JobEvent request) {
    Instant at = Objects.requireNonNull(request.requestedAt(), "requestedAt");
    return key(owner, id) + "." + request.etag() + "." + at.toEpochMilli();
  }

  /** Key of the ticket, open or not; the notes of requests begin with it. */
  public static String key(Owner owner, MediaId id) {
    return PREFIX + owner + "/" + id;
  }
}
