package dev.darkroom.local.provision;

import dev.darkroom.infra.ServerlessFunction;
import dev.darkroom.infra.Value.Reference;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A stack whose resources exist, by their logical names.
 *
 * @param buckets names of the buckets
 * @param topics ARNs of the topics
 */
public record ProvisionedStack(
    Map<String, String> buckets, Map<String, ProvisionedQueue> queues, Map<String, String> topics) {
  public ProvisionedStack {
    buckets = Map.copyOf(buckets);
    queues = Map.copyOf(queues);
    topics = Map.copyOf(topics);
  }

  /**
   * Finds a queue by its logical name.
   *
   * @throws IllegalArgumentException if there is no such queue
   */
  public ProvisionedQueue queue(String logicalName) {
    return known(queues, logicalName);
  }

  /**
   * Finds the name of a bucket by its logical name.
   *
   * @throws IllegalArgumentException if there is no such bucket
   */
  public String bucket(String logicalName) {
    return known(buckets, logicalName);
  }

  /**
   * Finds the ARN of a topic by its logical name.
   *
   * @throws IllegalArgumentException if there is no such topic
   */
  public String topic(String logicalName) {
    return known(topics, logicalName);
  }

  /** Environment variables of a function, as AWS sets them. */
  public Map<String, String> environment(ServerlessFunction function) {
    var environment = new TreeMap<String, String>();
    function
        .environment()
        .forEach((name, value) -> environment.put(name, (String) value.resolve(this::resolve)));
    return environment;
  }

  /**
   * URLs of all queues, each as a variable named after it like {@code DARKROOM_QUEUE_IMAGE_JOBS}.
   */
  public Map<String, String> queueVariables() {
    var variables = new TreeMap<String, String>();
    queues.forEach(
        (name, queue) ->
            variables.put(
                "DARKROOM_QUEUE_"
                    + name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT),
                queue.url().toString()));
    return variables;
  }

  /** Replaces a reference of the template with the name, URL or ARN that it stands for. */
  public String resolve(Reference reference) {
    var name = reference.logicalName();
    return switch (reference.type() + "." + reference.attribute()) {
      case "AWS::SQS::Queue.Ref" -> queue(name).url().toString();
      case "AWS::SQS::Queue.Arn" -> queue(name).arn();
      case "AWS::SQS::Queue.QueueName" -> queue(name).name();
      case "AWS::SNS::Topic.Ref" -> topic(name);
      case "AWS::S3::Bucket.Ref" -> bucket(name);
      case "AWS::S3::Bucket.Arn" -> "arn:aws:s3:::" + bucket(name);
      default ->
          throw new IllegalArgumentException(
              reference.place() + ": only AWS knows the " + reference.attribute() + " of " + name);
    };
  }

  private static <T> T known(Map<String, T> resources, String logicalName) {
    var resource = resources.get(logicalName);
    if (resource == null) {
      throw new IllegalArgumentException("nothing called " + logicalName + " was provisioned");
    }
    return resource;
  }
}
