package dev.darkroom.notify;

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
record Marker(String manifest, State state, UUID claim, Instant time) {
  enum State {
    CLAIMED,
    SENT;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Marker claimed(String manifest, Instant until) {
    return new Marker(manifest, State.CLAIMED, UUID.randomUUID(), until);
  }

  Marker sent(Instant at) {
    return new Marker(manifest, State.SENT, claim, at);
  }

  /** The marker of a try that ended without sending anything: anyone may claim it. */
  Marker released() {
    return new Marker(manifest, State.CLAIMED, claim, Instant.EPOCH);
  }

  boolean isHeldAt(Instant now) {
    return state == State.CLAIMED && now.isBefore(time);
  }
}
