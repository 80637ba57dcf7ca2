package dev.darkroom.infra;

import java.nio.file.Path;
import java.util.List;

/**
 * The stack as it is to be provisioned. Resources name each other by logical name; every such name
 * is one of this stack's.
 *
 * @param name starts the name of every resource
 */
public record Stack(
    String name,
    List<Bucket> buckets,
    List<Queue> queues,
    List<QueuePolicy> queuePolicies,
    List<Topic> topics,
    List<Subscription> subscriptions,
    List<ServerlessFunction> functions) {
  public Stack {
    buckets = List.copyOf(buckets);
    queues = List.copyOf(queues);
    queuePolicies = List.copyOf(queuePolicies);
    topics = List.copyOf(topics);
    subscriptions = List.copyOf(subscriptions);
    functions = List.copyOf(functions);
  }

  /**
   * Reads a SAM template.
   *
   * @throws TemplateException if the template or the deployment has faults; names them all
   * @throws java.io.UncheckedIOException if the file cannot be read
   */
  public static Stack read(Path template, Deployment deployment) {
    var problems = new Problems();
    var worked = Template.read(template, deployment, problems);
    var folder = template.toAbsolutePath().normalize().getParent();
    var stack =
        new StackReader(worked, folder == null ? template : folder, problems)
            .read(deployment.stackName());
    problems.throwIfAny(template.toString());
    return stack;
  }

  /**
   * @throws java.util.NoSuchElementException if there is no queue of that logical name
   */
  public Queue queue(String logicalName) {
    return queues.stream()
        .filter(queue -> queue.logicalName().equals(logicalName))
        .findFirst()
        .orElseThrow();
  }

  /**
   * @throws java.util.NoSuchElementException if there is no function of that logical name
   */
  public ServerlessFunction function(String logicalName) {
    return functions.stream()
        .filter(function -> function.logicalName().equals(logicalName))
        .findFirst()
        .orElseThrow();
  }
}
