package dev.darkroom.operate.status;

import dev.darkroom.operate.place.Place;
import dev.darkroom.operate.place.QueueName;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * What is in a queue, as SQS approximates it.
 *
 * @param waiting messages that can be received now, or after a delay
 * @param inFlight messages that somebody works on, or that wait for another try
 * @param oldest age of the oldest message; empty if nobody knows
 */
record QueueState(QueueName name, int waiting, int inFlight, Optional<Duration> oldest) {
  static QueueState of(Place at, QueueName name) {
    String url = at.queue(name);
    Map<QueueAttributeName, String> attributes =
        at.sqs()
            .getQueueAttributes(
                r ->
                    r.queueUrl(url)
                        .attributeNames(
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED,
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
            .attributes();
    return new QueueState(
        name,
        number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)
            + number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED),
        number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE),
        at.monitoring().age(url.substring(url.lastIndexOf('/') + 1)));
  }

  private static int number(Map<QueueAttributeName, String> of, QueueAttributeName name) {
    return Integer.parseInt(of.getOrDefault(name, "0"));
  }
}
