package dev.darkroom.operate.place;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;

/** Finds the resources of a stack by their names in the template. */
final class DeployedStack {
  private static final String BUCKET = "MediaBucket";

  private DeployedStack() {}

  /**
   * Connects to a stack of the account and region that the AWS CLI would take.
   *
   * @throws RefusedException if there is no such stack, or it is no Darkroom
   */
  static Place connect(String name, Map<String, String> environment) {
    try (CloudFormationClient cloudFormation = Clients.cloudFormation()) {
      Map<String, String> resources = resources(cloudFormation, name);
      return new Place(
          "the stack " + name,
          bucket(name, resources),
          queues(resources),
          Clients.s3(environment),
          Clients.sqs(),
          new LambdaFunctions(Clients.lambda(), resources),
          new CloudWatchMonitoring(Clients.cloudWatch(), resources));
    }
  }

  /** The physical ids of all resources: the URL of a queue, the name of a bucket or function. */
  static Map<String, String> resources(CloudFormationClient cloudFormation, String stack) {
    var resources = new HashMap<String, String>();
    try {
      cloudFormation
          .listStackResourcesPaginator(r -> r.stackName(stack))
          .stackResourceSummaries()
          .stream()
          .filter(it -> it.physicalResourceId() != null)
          .forEach(it -> resources.put(it.logicalResourceId(), it.physicalResourceId()));
    } catch (CloudFormationException e) {
      // A stack that does not exist is a ValidationError, as a malformed name is.
      if (e.awsErrorDetails() != null
          && "ValidationError".equals(e.awsErrorDetails().errorCode())) {
        throw new RefusedException("There is no stack " + stack + " in this account and region.");
      }
      throw e;
    }
    return resources;
  }

  private static String bucket(String stack, Map<String, String> resources) {
    String bucket = resources.get(BUCKET);
    if (bucket == null) {
      throw new RefusedException(
          "The stack " + stack + " is no Darkroom: it has no " + BUCKET + ".");
    }
    return bucket;
  }

  private static Map<QueueName, String> queues(Map<String, String> resources) {
    var queues = new EnumMap<QueueName, String>(QueueName.class);
    for (QueueName queue : QueueName.values()) {
      String url = resources.get(queue.resource());
      if (url != null) {
        queues.put(queue, url);
      }
    }
    return queues;
  }
}
