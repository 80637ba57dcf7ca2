package dev.darkroom.operate.redrive;

import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.operate.place.QueueName;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.batch.MalformedEventException;
import dev.darkroom.stage.batch.S3EventParser;
import java.util.HashSet;
import java.util.List;

/** Where a message belongs. */
sealed interface Destination {
  record Queue(QueueName name) implements Destination {}

  /**
   * @param why completes "The message …"
   */
  record Unknown(String why) implements Destination {}

  /** Finds the queue whose function handles what a message is about. */
  static Destination of(String message) {
    List<JobEvent> events;
    try {
      events = S3EventParser.parse(message);
    } catch (MalformedEventException e) {
      return new Unknown("cannot be read: " + e.getMessage());
    }
    var found = new HashSet<Destination>();
    events.forEach(event -> found.add(of(event)));
    return switch (found.size()) {
      case 0 -> new Unknown("is about no new object");
      case 1 -> found.iterator().next();
      default -> new Unknown("is about objects of several queues");
    };
  }

  private static Destination of(JobEvent event) {
    if (ProcessedKey.parse(event.key()).filter(ProcessedKey::isManifest).isPresent()) {
      return new Queue(QueueName.COMPLETIONS);
    }
    if (event.task() != null) {
      return new Queue(QueueName.STREAM_JOBS);
    }
    return OriginalKey.parse(event.key())
        .<Destination>map(original -> new Queue(jobs(original, event)))
        .orElseGet(() -> new Unknown("is about neither a manifest nor an original"));
  }

  private static QueueName jobs(OriginalKey original, JobEvent event) {
    MediaKind kind = event.handedOver() ? original.kind().other() : original.kind();
    return kind == MediaKind.IMAGE ? QueueName.IMAGE_JOBS : QueueName.VIDEO_JOBS;
  }
}
