package dev.darkroom.contract;

import java.time.Instant;

/**
 * The key of the ticket of an upload that may still come, {@code tickets/{owner}/{id}}. Notes of
 * requests to process the upload again lie beside it.
 */
public record TicketKey(Owner owner, MediaId id) {
  private static final String PREFIX = "tickets/";

  /** The whole key; the keys of notes begin with it. */
  public String key() {
    return PREFIX + owner + "/" + id;
  }

  /**
   * Key of the note that a request to process the upload again was sent.
   *
   * @param etag of the original's version
   */
  public String request(String etag, Instant requestedAt) {
    return key() + "." + etag + "." + requestedAt.toEpochMilli();
  }
}
