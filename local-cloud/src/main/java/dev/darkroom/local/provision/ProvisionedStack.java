package dev.darkroom.local.provision;

import dev.darkroom.infra.ServerlessFunction;
import dev.darkroom.infra.Value.Reference;
import java.util.Map;
import java.util.TreeMap;

/**
 * A stack whose resources exist, each by its logical name.
 *
 * @param buckets names
 * @param topics ARNs
 */
public record ProvisionedStack(
    Map<String, String> buckets, Map<String, ProvisionedQueue> queues, Map<String, String> topics) {
  public ProvisionedStack {
    buckets = Map.copyOf(buckets);
    queues = Map.copyOf(queues);
    topics = Map.copyOf(topics);
  }

  /**
   * @throws IllegalArgumentException if there is no such queue
   */
  public ProvisionedQueue queue(String logicalName) {
    return known(queues, logicalName);
  }

  /**
   * @return the name
   * @throws IllegalArgumentException if there is no such bucket
   */
  public String bucket(String logicalName) {
    return known(buckets, logicalName);
  }

  /**
   * @return the ARN
   * @throws IllegalArgumentException if there is no such topic
   */
  public String topic(String logicalName) {
    return known(topics, logicalName);
  }

  /** The function's variables as AWS would set them. */
  public Map<String, String> environment(ServerlessFunction function) {
    var environment = new TreeMap<String, String>();
    function
        .environment()
        .forEach((name, value) -> environment.put(name, (String) value.resolve(this::resolve)));
    return environment;
  }

  /** What a reference of the template stands for. */
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
