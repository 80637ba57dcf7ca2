package dev.darkroom.stage.announce;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * Records beside a manifest how far its announcement is.
 *
 * @param manifest ETag of the manifest that is announced
 * @param claim names the try that holds or held the claim
 * @param time when a claim ends, by which its holder is dead; or when the announcement was sent
 */
public record Marker(String manifest, State state, UUID claim, Instant time) {
  /** How far the announcement is. */
  public enum State {
    CLAIMED,
    SENT;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The marker of a try that begins. */
  public static Marker claimed(String manifest, Instant until) {
    return new Marker(manifest, State.CLAIMED, UUID.randomUUID(), until);
  }

  /** The marker of a try that sent the announcement. */
  public Marker sent(Instant at) {
    return new Marker(manifest, State.SENT, claim, at);
  }

  /** The marker of a try that ended without sending anything: anyone may claim it. */
  public Marker released() {
    return new Marker(manifest, State.CLAIMED, claim, Instant.EPOCH);
  }

  /** Whether a try is going on, or its process died so shortly ago that nobody can tell. */
  public boolean isHeldAt(Instant now) {
    return state == State.CLAIMED && now.isBefore(time);
  }

  /**
   * Whether a manifest was announced.
   *
   * @param etag of the manifest
   */
  public boolean announces(String etag) {
    return state == State.SENT && manifest.equals(etag);
  }
}
