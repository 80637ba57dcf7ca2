package dev.darkroom.host.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * An event for a function: JSON, as the UTF-8 bytes that go to its process. They are made once,
 * because an uploaded photo makes an event of several megabytes.
 */
public final class Event {
  private final byte[] json;

  private Event(byte[] json) {
    this.json = json;
  }

  public static Event of(String json) {
    return new Event(json.getBytes(UTF_8));
  }

  /**
   * Wraps JSON without copying it.
   *
   * @param json not to be changed afterwards
   */
  public static Event of(byte[] json) {
    return new Event(json);
  }

  /** Whether Lambda would refuse the event for its size. */
  public boolean isTooLarge() {
    return json.length > RuntimeApi.MAX_PAYLOAD_BYTES;
  }

  /** The event's own bytes, not a copy. */
  byte[] bytes() {
    return json;
  }
}
