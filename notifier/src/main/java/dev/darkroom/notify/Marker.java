package dev.darkroom.notify;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * Says beside a manifest how far its announcement is.
 *
 * @param manifest ETag of the manifest that is announced
 * @param claim whose announcement it is: another one for each try
 * @param time of a claim, when it ends: its holder is dead by then; of what is sent, since when
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

  /** The claim of somebody who tried and is still alive, but has not sent anything. */
  Marker released() {
    return new Marker(manifest, State.CLAIMED, claim, Instant.EPOCH);
  }

  boolean isHeldAt(Instant now) {
    return state == State.CLAIMED && now.isBefore(time);
  }
}
