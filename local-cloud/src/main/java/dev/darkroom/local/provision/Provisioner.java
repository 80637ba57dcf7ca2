package dev.darkroom.local.provision;

import dev.darkroom.infra.Stack;
import java.util.LinkedHashMap;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Creates the resources of a stack, each after those it needs. */
public final class Provisioner {
  private final QueueProvisioner queueProvisioner;
  private final TopicProvisioner topicProvisioner;
  private final BucketProvisioner bucketProvisioner;

  /** Uses the clients, which the caller closes. */
  public Provisioner(S3Client s3, SqsClient sqs, SnsClient sns) {
    this.queueProvisioner = new QueueProvisioner(sqs);
    this.topicProvisioner = new TopicProvisioner(sns);
    this.bucketProvisioner = new BucketProvisioner(s3);
  }

  /**
   * Creates what is missing and brings the rest up to date.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException if a service refuses or is down
   */
  public ProvisionedStack provision(Stack stack) {
    var queues = new LinkedHashMap<String, ProvisionedQueue>();
    for (var queue : stack.queues()) {
      queues.put(queue.logicalName(), queueProvisioner.create(stack.name(), queue));
    }
    var topics = new LinkedHashMap<String, String>();
    for (var topic : stack.topics()) {
      topics.put(topic.logicalName(), topicProvisioner.create(stack.name(), topic));
    }
    var buckets = new LinkedHashMap<String, String>();
    stack.buckets().forEach(bucket -> buckets.put(bucket.logicalName(), bucket.name()));
    var provisioned = new ProvisionedStack(buckets, queues, topics);

    for (var queue : stack.queues()) {
      queueProvisioner.configure(queue, provisioned);
    }
    // S3 tries each queue when the bucket is connected, so the queues must accept it by then.
    for (var policy : stack.queuePolicies()) {
      queueProvisioner.allow(policy, provisioned);
    }
    for (var bucket : stack.buckets()) {
      bucketProvisioner.create(bucket, provisioned);
    }
    for (var subscription : stack.subscriptions()) {
      topicProvisioner.subscribe(subscription, provisioned);
    }
    return provisioned;
  }
}
