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

/**
 * The way of an event: noted before its write, published after it, forgotten if nothing came of it.
 */
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
   * @param done whether the write came back without an error; one that failed may have happened all
   *     the same
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

  /** {@code bucket/key} of the writes whose end an earlier process did not see. */
  Set<String> interrupted() throws IOException {
    return outbox.left().stream()
        .map(intent -> intent.bucket() + "/" + intent.key())
        .collect(Collectors.toSet());
  }

  /** Settles what an earlier process left. */
  void recover(BlobStore store) throws IOException {
    for (var intent : outbox.left()) {
      settle(intent, false, ObjectState.of(store, intent.bucket(), intent.key()));
    }
  }
}
