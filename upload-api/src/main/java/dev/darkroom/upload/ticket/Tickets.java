package dev.darkroom.upload.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.TicketKey;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.stage.store.Read;
import dev.darkroom.stage.store.Tombstone;
import dev.darkroom.upload.config.UploadLimits;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;

/**
 * Keeps an object, {@code tickets/{owner}/{id}}, for each upload that was permitted: it tells an
 * upload that may still come from one that was deleted or never existed, and holds the key that it
 * comes to. Requests to process an upload again are noted beside it. Deleting an upload deletes
 * both; the bucket's lifecycle rule deletes the others some days after they expired.
 */
@Singleton
public final class Tickets {
  private final ObjectStore store;
  private final UploadLimits limits;
  private final Clock clock;

  public Tickets(ObjectStore store, UploadLimits limits, Clock clock) {
    this.store = store;
    this.limits = limits;
    this.clock = clock;
  }

  /** Notes that an upload to this key is awaited. */
  public void open(OriginalKey original) {
    String ticket = key(original.owner(), original.id());
    store.put(ticket, PutOptions.text(), original.key().getBytes(UTF_8));
  }

  /**
   * Sees to it that no upload comes any more, even one under way, and deletes the ticket with the
   * notes of requests.
   */
  public void revoke(Owner owner, MediaId id) {
    if (store.openLatest(key(owner, id)) instanceof Read.Opened opened) {
      OriginalKey.parse(text(opened)).ifPresent(awaited -> Tombstone.put(store, awaited.key()));
    }
    delete(owner, id);
  }

  /** Deletes the ticket with the notes of requests. */
  public void delete(Owner owner, MediaId id) {
    store.delete(store.keys(key(owner, id)));
  }

  private static String text(Read.Opened opened) {
    try (opened) {
      return new String(opened.body().readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether this id was given out for an upload that may still begin. */
  public boolean isOpen(Owner owner, MediaId id) {
    Instant now = clock.instant();
    Instant opened = id.createdAt();
    boolean young = !opened.isAfter(now) && opened.plus(limits.uploadValidity()).isAfter(now);
    return young && store.head(key(owner, id)).isPresent();
  }

  /** Key of the ticket, open or not. */
  private static String key(Owner owner, MediaId id) {
    return new TicketKey(owner, id).key();
  }
}
