package dev.darkroom.host.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.Predicate;

/**
 * An event for a function: JSON, as the UTF-8 bytes that go to its process. They are made once,
 * because an uploaded photo makes an event of several megabytes.
 */
public final class Event {
  private final byte[] json;
  private final Predicate<String> handled;

  private Event(byte[] json, Predicate<String> handled) {
    this.json = json;
    this.handled = handled;
  }

  public static Event of(String json) {
    return of(json.getBytes(UTF_8));
  }

  /**
   * Wraps JSON without copying it.
   *
   * @param json not to be changed afterwards
   */
  public static Event of(byte[] json) {
    return new Event(json, _ -> true);
  }

  /**
   * Returns this event with a test of its answer.
   *
   * @param handled whether the answer says that all of the event was handled
   */
  public Event handledIf(Predicate<String> handled) {
    return new Event(json, handled);
  }

  boolean isHandledBy(String answer) {
    return handled.test(answer);
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
