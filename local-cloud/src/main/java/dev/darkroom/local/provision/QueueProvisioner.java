package dev.darkroom.local.provision;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.infra.Queue;
import dev.darkroom.infra.QueuePolicy;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Creates queues, and sets their attributes and policies. */
final class QueueProvisioner {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SqsClient sqs;

  QueueProvisioner(SqsClient sqs) {
    this.sqs = sqs;
  }

  /** Creates a queue without attributes: SQS refuses to create an existing queue with others. */
  ProvisionedQueue create(String stackName, Queue queue) {
    var name = stackName + "-" + queue.logicalName();
    var url = sqs.createQueue(request -> request.queueName(name)).queueUrl();
    var attributes =
        sqs.getQueueAttributes(
            request -> request.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN));
    var arn = requireNonNull(attributes.attributes().get(QueueAttributeName.QUEUE_ARN));
    return new ProvisionedQueue(name, URI.create(url), arn);
  }

  void configure(Queue queue, ProvisionedStack stack) {
    var attributes = new EnumMap<QueueAttributeName, String>(QueueAttributeName.class);
    attributes.put(
        QueueAttributeName.VISIBILITY_TIMEOUT, Long.toString(queue.visibility().toSeconds()));
    attributes.put(
        QueueAttributeName.MESSAGE_RETENTION_PERIOD, Long.toString(queue.retention().toSeconds()));
    queue
        .redrive()
        .ifPresent(
            redrive ->
                attributes.put(
                    QueueAttributeName.REDRIVE_POLICY,
                    json(
                        Map.of(
                            "deadLetterTargetArn", stack.queue(redrive.deadLetters()).arn(),
                            "maxReceiveCount", redrive.maxReceiveCount()))));
    set(stack.queue(queue.logicalName()), attributes);
  }

  void allow(QueuePolicy policy, ProvisionedStack stack) {
    var document = json(policy.document().resolve(stack::resolve));
    for (var queue : policy.queues()) {
      set(stack.queue(queue), Map.of(QueueAttributeName.POLICY, document));
    }
  }

  private void set(ProvisionedQueue queue, Map<QueueAttributeName, String> attributes) {
    sqs.setQueueAttributes(
        request -> request.queueUrl(queue.url().toString()).attributes(attributes));
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("maps, lists and texts are always JSON", impossible);
    }
  }
}
