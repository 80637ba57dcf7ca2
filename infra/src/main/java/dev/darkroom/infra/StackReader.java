package dev.darkroom.infra;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads each resource of the template by the reader of its type. */
final class StackReader {
  private final List<Bucket> buckets = new ArrayList<>();
  private final List<Queue> queues = new ArrayList<>();
  private final List<QueuePolicy> queuePolicies = new ArrayList<>();
  private final List<Topic> topics = new ArrayList<>();
  private final List<Subscription> subscriptions = new ArrayList<>();
  private final List<ServerlessFunction> functions = new ArrayList<>();
  private final List<Alarm> alarms = new ArrayList<>();

  private final Template template;
  private final FunctionReader functionReader;
  private final Problems problems;

  StackReader(Template template, Path folder, Problems problems) {
    this.template = template;
    this.functionReader = new FunctionReader(template.globals(), folder, problems);
    this.problems = problems;
  }

  Stack read(String name) {
    template.resources().forEach(this::read);
    var stack =
        new Stack(name, buckets, queues, queuePolicies, topics, subscriptions, functions, alarms);
    References.check(template, problems);
    return stack;
  }

  private void read(Resource resource) {
    var name = resource.logicalName();
    switch (resource.type()) {
      case ResourceType.BUCKET -> buckets.add(BucketReader.read(name, properties(resource)));
      case ResourceType.QUEUE -> queues.add(QueueReader.read(name, properties(resource)));
      case "AWS::SQS::QueuePolicy" -> queuePolicies.add(QueueReader.policy(properties(resource)));
      case ResourceType.TOPIC -> {
        var properties = properties(resource);
        topics.add(TopicReader.read(name, properties));
        subscriptions.addAll(TopicReader.inline(name, properties));
        properties.done();
      }
      case "AWS::SNS::Subscription" ->
          subscriptions.add(TopicReader.subscription(properties(resource)));
      case ResourceType.FUNCTION -> functions.add(functionReader.read(resource));
      case ResourceType.ALARM -> alarms.add(AlarmReader.read(name, properties(resource)));
      default -> {
        if (!OnlyOnAws.types().contains(resource.type())) {
          problems.add(resource.place(), "resources of type " + resource.type() + " are not read");
        }
      }
    }
  }

  private Properties properties(Resource resource) {
    return Properties.of(resource.properties(), problems);
  }
}
