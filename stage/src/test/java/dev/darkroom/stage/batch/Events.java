package dev.darkroom.stage.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Notifications as AWS and its emulators send them. */
enum Events {
  AWS,
  LOCALSTACK,
  RAW_KEYS,
  MIXED,
  TEST_EVENT,
  SNS,
  SNS_TEST_EVENT,
  EVENT_BRIDGE,
  EVENT_BRIDGE_DELETED,
  CLOUD_TRAIL;

  /** The message's body. */
  String body() {
    String file =
        "/events/" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".json";
    try (var in = Objects.requireNonNull(Events.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
