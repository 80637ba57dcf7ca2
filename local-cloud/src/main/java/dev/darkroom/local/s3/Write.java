package dev.darkroom.local.s3;

import java.util.List;
import java.util.concurrent.locks.Lock;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.jspecify.annotations.Nullable;

/** Guards one write or removal of an object, and notes its event. */
final class Write implements AutoCloseable {
  private final BlobStore store;
  private final EventLog events;
  private final Lock turn;
  private final String bucket;
  private final String key;
  private final String eventName;
  private final List<NotificationRule> rules;
  private final @Nullable String ifMatch;

  private boolean begun;
  private boolean done;
  private @Nullable Intent intent;

  /**
   * @param turn lock of the key, held from {@link #begin} to {@link #close}
   */
  Write(
      BlobStore store,
      EventLog events,
      Lock turn,
      String bucket,
      String key,
      String eventName,
      List<NotificationRule> rules,
      @Nullable String ifMatch) {
    this.store = store;
    this.events = events;
    this.turn = turn;
    this.bucket = bucket;
    this.key = key;
    this.eventName = eventName;
    this.rules = rules;
    this.ifMatch = ifMatch;
  }

  /**
   * Takes the key's turn and notes the event. The caller makes the change next. Repeated calls do
   * nothing.
   *
   * @throws software.amazon.awssdk.services.s3.model.S3Exception if {@code If-Match} fails
   */
  void begin() {
    if (begun) {
      return;
    }
    turn.lock();
    begun = true;
    if (ifMatch == null && rules.isEmpty()) {
      return;
    }
    var before = ObjectState.of(store, bucket, key);
    if (ifMatch != null && before == null) {
      throw S3Exceptions.noSuchKey(bucket, key, "nothing to match");
    }
    if (ifMatch != null && before != null && !before.matches(ifMatch)) {
      throw S3Exceptions.preconditionFailed(null);
    }
    var nothingToRemove = before == null && eventName.startsWith("ObjectRemoved:");
    if (!rules.isEmpty() && !nothingToRemove) {
      intent = events.intend(bucket, key, eventName, rules, before);
    }
  }

  void done() {
    done = true;
  }

  @Override
  public void close() {
    if (!begun) {
      return;
    }
    try {
      if (intent != null) {
        events.settle(intent, done, ObjectState.of(store, bucket, key));
      }
    } finally {
      turn.unlock();
    }
  }
}
