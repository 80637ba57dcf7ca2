package dev.darkroom.infra;

import java.nio.file.Path;
import java.util.List;

/**
 * A stack to be provisioned. Its resources name each other by logical name.
 *
 * @param name prefix of every resource's name
 */
public record Stack(
    String name,
    List<Bucket> buckets,
    List<Queue> queues,
    List<QueuePolicy> queuePolicies,
    List<Topic> topics,
    List<Subscription> subscriptions,
    List<ServerlessFunction> functions,
    List<Alarm> alarms) {
  public Stack {
    buckets = List.copyOf(buckets);
    queues = List.copyOf(queues);
    queuePolicies = List.copyOf(queuePolicies);
    topics = List.copyOf(topics);
    subscriptions = List.copyOf(subscriptions);
    functions = List.copyOf(functions);
    alarms = List.copyOf(alarms);
  }

  /**
   * Reads a SAM template.
   *
   * @throws TemplateException if the template or the deployment has faults; it names all of them
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
   * Finds a queue by its logical name.
   *
   * @throws java.util.NoSuchElementException if there is no such queue
   */
  public Queue queue(String logicalName) {
    return queues.stream()
        .filter(queue -> queue.logicalName().equals(logicalName))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Finds a function by its logical name.
   *
   * @throws java.util.NoSuchElementException if there is no such function
   */
  public ServerlessFunction function(String logicalName) {
    return functions.stream()
        .filter(function -> function.logicalName().equals(logicalName))
        .findFirst()
        .orElseThrow();
  }
}
