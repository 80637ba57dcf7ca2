package dev.darkroom.it;

import static org.awaitility.Awaitility.await;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Owner;
import dev.darkroom.stage.store.Manifests;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.S3ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

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

  /** Returns the queue of the worker for photos or for videos. */
  JobQueue jobs(MediaKind kind) {
    return queue(kind == MediaKind.IMAGE ? "DARKROOM_IMAGE_QUEUE_URL" : "DARKROOM_VIDEO_QUEUE_URL");
  }

  /** Returns the queue with the tasks of streams. */
  JobQueue tasks() {
    return queue("DARKROOM_STREAM_QUEUE_URL");
  }

  /** Returns the queue of messages that wait for a person. */
  JobQueue unhandled() {
    return queue("DARKROOM_QUEUE_UNHANDLED");
  }

  private JobQueue queue(String variable) {
    return new JobQueue(sqs, environment.get(variable));
  }

  /** Puts a file into the bucket and returns its ETag. */
  String put(String key, RequestBody file) {
    return s3().putObject(r -> r.bucket(bucket()).key(key), file).eTag().replace("\"", "");
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
