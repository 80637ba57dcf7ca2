package dev.darkroom.local.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.infra.Deployment;
import dev.darkroom.infra.Stack;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What every endpoint has to hold once the project's own template was provisioned there. */
abstract class ProvisioningContract {
  private static final Path TEMPLATE = Path.of("../infra/template.yaml");

  abstract CloudAccess cloud();

  abstract String stackName();

  private ProvisionedStack provision() {
    var cloud = cloud();
    try (var s3 = cloud.s3Client();
        var sqs = cloud.sqsClient();
        var sns = cloud.snsClient()) {
      return new Provisioner(s3, sqs, sns).provision(stack());
    }
  }

  private Stack stack() {
    return Stack.read(
        TEMPLATE,
        new Deployment(
            stackName(),
            "000000000000",
            "us-east-1",
            Map.of("JwtIssuer", "https://issuer.example", "JwtAudience", "darkroom")));
  }

  @Test
  void queuesHaveTheTemplatesTimesAndDeadLetters() {
    var provisioned = provision();
    try (SqsClient sqs = cloud().sqsClient()) {
      var jobs = provisioned.queue("ImageJobs");
      assertThat(jobs.name()).isEqualTo(stackName() + "-ImageJobs");
      var attributes =
          sqs.getQueueAttributes(
                  request ->
                      request
                          .queueUrl(jobs.url().toString())
                          .attributeNames(QueueAttributeName.ALL))
              .attributes();
      assertThat(attributes).containsEntry(QueueAttributeName.VISIBILITY_TIMEOUT, "360");
      assertThat(attributes.get(QueueAttributeName.REDRIVE_POLICY))
          .contains("\"" + provisioned.queue("DeadLetters").arn() + "\"")
          .containsPattern("\"maxReceiveCount\":\"?5\\b");
    }
  }

  @Test
  void theBucketTellsTheQueuesItsTemplateNames() {
    var provisioned = provision();
    try (S3Client s3 = cloud().s3Client()) {
      assertThat(
              s3.getBucketNotificationConfiguration(
                      request -> request.bucket(provisioned.bucket("MediaBucket")))
                  .queueConfigurations())
          .extracting(QueueConfiguration::queueArn)
          .containsExactlyInAnyOrder(
              provisioned.queue("ImageJobs").arn(),
              provisioned.queue("VideoJobs").arn(),
              provisioned.queue("Completions").arn());
    }
  }

  @Test
  void provisioningAgainChangesNothingAndWakesNobody() {
    var first = provision();
    var jobs = first.queue("ImageJobs");
    try (SqsClient sqs = cloud().sqsClient()) {
      drain(sqs, jobs);

      assertThat(provision()).isEqualTo(first);

      assertThat(drain(sqs, jobs)).isZero();
    }
  }

  @Test
  void functionsLearnTheNamesOfWhatWasMade() {
    var provisioned = provision();
    var stack = stack();
    assertThat(provisioned.environment(stack.function("ImageWorker")))
        .containsEntry("DARKROOM_BUCKET", stackName() + "-media-000000000000-us-east-1")
        .containsEntry("DARKROOM_VIDEO_QUEUE_URL", provisioned.queue("VideoJobs").url().toString());
    try (SnsClient sns = cloud().snsClient()) {
      var topic = provisioned.environment(stack.function("Notifier")).get("DARKROOM_TOPIC_ARN");
      assertThat(sns.getTopicAttributes(request -> request.topicArn(topic)).attributes())
          .containsEntry("DisplayName", "Darkroom");
    }
  }

  /** Takes everything that is there, the test events of a new bucket among it. */
  private static int drain(SqsClient sqs, ProvisionedQueue queue) {
    int taken = 0;
    while (true) {
      var messages =
          sqs.receiveMessage(
                  request ->
                      request
                          .queueUrl(queue.url().toString())
                          .maxNumberOfMessages(10)
                          .waitTimeSeconds(1))
              .messages();
      if (messages.isEmpty()) {
        return taken;
      }
      taken += messages.size();
      messages.forEach(
          message ->
              sqs.deleteMessage(
                  request ->
                      request
                          .queueUrl(queue.url().toString())
                          .receiptHandle(message.receiptHandle())));
    }
  }
}
