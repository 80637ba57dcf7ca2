package dev.darkroom.it;

import static org.awaitility.Awaitility.await;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Owner;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.batch.JobMessage;
import dev.darkroom.stage.store.Manifests;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.S3ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** S3, SQS and SNS of a running Darkroom, as any program with credentials sees them. */
final class Cloud {
  /** Long enough for a cold start on a busy machine and the work itself. */
  static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Environment environment;
  private final S3Client s3;
  private final SqsClient sqs;
  private final SnsClient sns;

  Cloud(Environment environment) {
    this.environment = environment;
    this.s3 = connect(S3Client.builder().forcePathStyle(true), "S3");
    this.sqs = connect(SqsClient.builder(), "SQS");
    this.sns = connect(SnsClient.builder(), "SNS");
  }

  private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C connect(
      B builder, String service) {
    return builder
        .endpointOverride(environment.uri("AWS_ENDPOINT_URL_" + service))
        .region(Region.of(environment.get("AWS_REGION")))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(
                    environment.get("AWS_ACCESS_KEY_ID"),
                    environment.get("AWS_SECRET_ACCESS_KEY"))))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  S3Client s3() {
    return s3;
  }

  SqsClient sqs() {
    return sqs;
  }

  SnsClient sns() {
    return sns;
  }

  String bucket() {
    return environment.get("DARKROOM_BUCKET");
  }

  String topic() {
    return environment.get("DARKROOM_TOPIC_ARN");
  }

  ObjectStore store() {
    return new S3ObjectStore(s3(), bucket());
  }

  String queue(MediaKind kind) {
    return environment.get(
        kind == MediaKind.IMAGE ? "DARKROOM_IMAGE_QUEUE_URL" : "DARKROOM_VIDEO_QUEUE_URL");
  }

  /** Puts a job into a worker's queue, as S3 does. */
  void send(MediaKind kind, JobEvent job) {
    sqs().sendMessage(r -> r.queueUrl(queue(kind)).messageBody(JobMessage.of(job)));
  }

  /** Sets how soon a message comes again that a worker did not finish. */
  void visibility(MediaKind kind, Duration duration) {
    sqs()
        .setQueueAttributes(
            r ->
                r.queueUrl(queue(kind))
                    .attributes(
                        Map.of(
                            QueueAttributeName.VISIBILITY_TIMEOUT,
                            Long.toString(duration.toSeconds()))));
  }

  /** Counts the messages of a kind that wait or are in flight. */
  int backlog(MediaKind kind) {
    var attributes =
        sqs()
            .getQueueAttributes(
                r ->
                    r.queueUrl(queue(kind))
                        .attributeNames(
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
            .attributes();
    return attributes.values().stream().mapToInt(Integer::parseInt).sum();
  }

  /** Waits until no message of the kind waits or is in flight. */
  void awaitIdle(MediaKind kind) {
    await("the " + kind + " queue to be empty")
        .atMost(PATIENCE)
        .during(Duration.ofSeconds(2))
        .until(() -> backlog(kind) == 0);
  }

  Optional<Manifests.Stored> manifest(MediaId id) {
    return new Manifests(store()).find(Owner.LOCAL, id);
  }

  /** Waits for the upload's manifest. */
  Manifest awaitManifest(MediaId id) {
    return awaitStored(id).manifest();
  }

  Manifests.Stored awaitStored(MediaId id) {
    return await("the manifest of " + id)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> manifest(id), Optional::isPresent)
        .orElseThrow();
  }

  byte[] bytes(String key) {
    try (var body = s3().getObject(r -> r.bucket(bucket()).key(key))) {
      return body.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
