package dev.darkroom.local.s3;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.jspecify.annotations.Nullable;

/** Notes an event before its write, then publishes it, or forgets it if nothing was written. */
final class EventLog {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Notifications notifications;
  private final Sequencer sequencer;
  private final Outbox outbox;
  private final EventPublisher publisher;

  EventLog(
      Notifications notifications, Sequencer sequencer, Outbox outbox, EventPublisher publisher) {
    this.notifications = notifications;
    this.sequencer = sequencer;
    this.outbox = outbox;
    this.publisher = publisher;
  }

  static String time(Instant instant) {
    return TIME.format(instant);
  }

  List<NotificationRule> rules(String bucket, String eventName, String key) {
    return notifications.matching(bucket, eventName, key);
  }

  Intent intend(
      String bucket,
      String key,
      String eventName,
      List<NotificationRule> rules,
      @Nullable ObjectState before) {
    var intent =
        new Intent(
            bucket,
            key,
            eventName,
            sequencer.next(),
            time(Instant.now()),
            Origin.current(),
            rules,
            before);
    outbox.add(intent);
    return intent;
  }

  /**
   * Publishes the event of a write that has ended, or forgets it.
   *
   * @param done whether the write returned without an error; a write that failed may have changed
   *     the object all the same
   */
  void settle(Intent intent, boolean done, @Nullable ObjectState after) {
    var happened = done || !Objects.equals(intent.before(), after);
    if (happened && intent.removal()) {
      publisher.publish(intent, null);
    } else if (happened && after != null) {
      publisher.publish(intent, after);
    } else {
      outbox.remove(intent);
    }
  }

  /** Lists as {@code bucket/key} the writes that an earlier process did not finish. */
  Set<String> interrupted() throws IOException {
    return outbox.left().stream()
        .map(intent -> intent.bucket() + "/" + intent.key())
        .collect(Collectors.toSet());
  }

  /** Settles the writes that an earlier process did not finish. */
  void recover(BlobStore store) throws IOException {
    for (var intent : outbox.left()) {
      settle(intent, false, ObjectState.of(store, intent.bucket(), intent.key()));
    }
  }
}
