package dev.darkroom.local.s3;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.local.Clients;
import dev.darkroom.local.fault.Fault;
import dev.darkroom.local.sqs.LocalSqs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** S3 and SQS on one folder, with a client of each. */
final class Cloud implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicInteger NAMES = new AtomicInteger();

  final LocalSqs sqs;
  final SqsClient queues;
  final LocalS3 s3;
  final S3Client objects;
  final S3Presigner presigner;

  private Cloud(Path data, List<Fault> faults) {
    sqs = LocalSqs.start(data.resolve("sqs"), 0);
    queues = Clients.sqs(sqs.endpoint());
    s3 = LocalS3.start(data.resolve("s3"), 0, queues, faults);
    objects = Clients.s3(s3.endpoint());
    presigner = Clients.presigner(s3.endpoint());
  }

  static Cloud start(Path data, Fault... faults) {
    return new Cloud(data, List.of(faults));
  }

  /** A new bucket. */
  String bucket() {
    var name = "bucket-" + NAMES.incrementAndGet();
    objects.createBucket(request -> request.bucket(name));
    return name;
  }

  /** The URL of a queue that may have existed. */
  String queue(String name) {
    return queues.createQueue(request -> request.queueName(name)).queueUrl();
  }

  String arn(String queueUrl) {
    return queues
        .getQueueAttributes(
            request -> request.queueUrl(queueUrl).attributeNames(QueueAttributeName.QUEUE_ARN))
        .attributes()
        .getOrDefault(QueueAttributeName.QUEUE_ARN, "");
  }

  /** Tells a new queue of what the filter lets through, and takes the test event off it. */
  String notified(String bucket, String prefix, String suffix, Event... events) {
    var url = queue("queue-" + NAMES.incrementAndGet());
    objects.putBucketNotificationConfiguration(
        request ->
            request
                .bucket(bucket)
                .notificationConfiguration(
                    configuration ->
                        configuration.queueConfigurations(
                            rule("rule", arn(url), prefix, suffix, events))));
    var _ = messages(url, 1);
    return url;
  }

  static QueueConfiguration rule(
      String id, String queueArn, String prefix, String suffix, Event... events) {
    return QueueConfiguration.builder()
        .id(id)
        .queueArn(queueArn)
        .events(events)
        .filter(
            filter ->
                filter.key(
                    key ->
                        key.filterRules(
                            FilterRule.builder().name("prefix").value(prefix).build(),
                            FilterRule.builder().name("suffix").value(suffix).build())))
        .build();
  }

  /** At least this many messages, taken off the queue. */
  List<JsonNode> messages(String url, int count) {
    var messages = new ArrayList<JsonNode>();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              messages.addAll(receive(url));
              return messages.size() >= count;
            });
    return messages;
  }

  /** The single records of at least this many event messages. */
  List<JsonNode> records(String url, int count) {
    return messages(url, count).stream().map(message -> message.at("/Records/0")).toList();
  }

  private List<JsonNode> receive(String url) throws JsonProcessingException {
    var messages = new ArrayList<JsonNode>();
    for (var message :
        queues
            .receiveMessage(request -> request.queueUrl(url).maxNumberOfMessages(10))
            .messages()) {
      queues.deleteMessage(request -> request.queueUrl(url).receiptHandle(message.receiptHandle()));
      messages.add(JSON.readTree(message.body()));
    }
    return messages;
  }

  @Override
  public void close() {
    presigner.close();
    objects.close();
    s3.close();
    queues.close();
    sqs.close();
  }
}
