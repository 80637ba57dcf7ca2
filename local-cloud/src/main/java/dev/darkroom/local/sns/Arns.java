package dev.darkroom.local.sns;

import dev.darkroom.local.account.LocalAccount;
import java.util.regex.Pattern;

/** Makes and reads the ARNs of topics and queues. */
final class Arns {

  private static final String TOPIC_PREFIX =
      "arn:aws:sns:" + LocalAccount.REGION + ":" + LocalAccount.ID + ":";

  /** CreateTopic, parameter Name. */
  private static final Pattern TOPIC_NAME = Pattern.compile("[A-Za-z0-9_-]{1,256}");

  /** CreateQueue, parameter QueueName. Standard topics do not deliver to FIFO queues. */
  private static final Pattern QUEUE =
      Pattern.compile("arn:aws:sqs:[a-z0-9-]+:[0-9]{12}:(?<name>[A-Za-z0-9_-]{1,80})");

  private Arns() {}

  static String topic(String name) {
    if (!TOPIC_NAME.matcher(name).matches()) {
      throw Refusal.invalidParameter("Topic Name");
    }
    return TOPIC_PREFIX + name;
  }

  static String topicName(String topicArn) {
    return topicArn.substring(topicArn.lastIndexOf(':') + 1);
  }

  static boolean isQueue(String arn) {
    return QUEUE.matcher(arn).matches();
  }

  static String queueName(String arn) {
    return arn.substring(arn.lastIndexOf(':') + 1);
  }
}
