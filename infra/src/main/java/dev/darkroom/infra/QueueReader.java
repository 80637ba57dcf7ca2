package dev.darkroom.infra;

import dev.darkroom.infra.Queue.Redrive;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads {@code AWS::SQS::Queue} and {@code AWS::SQS::QueuePolicy}. Defaults: Amazon SQS API
 * Reference, SetQueueAttributes.
 */
final class QueueReader {
  private static final Duration DEFAULT_VISIBILITY = Duration.ofSeconds(30);
  private static final Duration DEFAULT_RETENTION = Duration.ofDays(4);

  /** Amazon SQS Developer Guide, "Message quotas". */
  private static final Duration MAX_VISIBILITY = Duration.ofHours(12);

  private QueueReader() {}

  static Queue read(String logicalName, Properties queue) {
    var visibility = queue.optionalSeconds("VisibilityTimeout").orElse(DEFAULT_VISIBILITY);
    if (visibility.compareTo(MAX_VISIBILITY) > 0) {
      queue.fault("VisibilityTimeout is 12 hours (43200) at most, not " + visibility.toSeconds());
    }
    var retention = queue.optionalSeconds("MessageRetentionPeriod").orElse(DEFAULT_RETENTION);
    var redrive = queue.optional("RedrivePolicy").map(_ -> redrive(queue.nested("RedrivePolicy")));
    OnlyOnAws.ignore(ResourceType.QUEUE, queue);
    queue.done();
    return new Queue(logicalName, visibility, retention, redrive);
  }

  private static Redrive redrive(Properties policy) {
    var redrive =
        new Redrive(
            policy.reference("deadLetterTargetArn", ResourceType.QUEUE, "Arn"),
            policy.integer("maxReceiveCount"));
    policy.done();
    return redrive;
  }

  static QueuePolicy policy(Properties policy) {
    var queues = policy.references("Queues", ResourceType.QUEUE, Value.Reference.REF);
    Optional<Value> document = policy.optional("PolicyDocument");
    if (document.isEmpty()) {
      policy.fault("PolicyDocument is missing");
    }
    policy.done();
    return new QueuePolicy(queues, document.orElse(new Value.Absent(policy.place(), true)));
  }
}
