package dev.darkroom.local.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;

class BucketEventsTest {
  @TempDir static Path data;
  private static Cloud cloud;

  private String bucket;

  @BeforeAll
  static void start() {
    cloud = Cloud.start(data);
  }

  @BeforeEach
  void newBucket() {
    bucket = cloud.bucket();
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @Test
  void anEventHasTheShapeThatS3Documents() {
    var queue = cloud.notified(bucket, "", "", Event.S3_OBJECT_CREATED);
    var etag = put("originals/image/local/1/photo.jpg", "bytes");
    var record = cloud.records(queue, 1).getFirst();
    assertThat(record.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "eventVersion",
            "eventSource",
            "awsRegion",
            "eventTime",
            "eventName",
            "userIdentity",
            "requestParameters",
            "responseElements",
            "s3");
    assertThat(record.path("eventVersion").asText()).isEqualTo("2.1");
    assertThat(record.path("eventSource").asText()).isEqualTo("aws:s3");
    assertThat(record.path("awsRegion").asText()).isEqualTo("us-east-1");
    assertThat(record.path("eventTime").asText())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    assertThat(record.path("eventName").asText()).isEqualTo("ObjectCreated:Put");
    assertThat(record.at("/requestParameters/sourceIPAddress").asText()).isEqualTo("127.0.0.1");
    assertThat(record.at("/responseElements/x-amz-request-id").asText()).isNotEmpty();
    assertThat(record.at("/s3/s3SchemaVersion").asText()).isEqualTo("1.0");
    assertThat(record.at("/s3/configurationId").asText()).isEqualTo("rule");
    assertThat(record.at("/s3/bucket/name").asText()).isEqualTo(bucket);
    assertThat(record.at("/s3/bucket/arn").asText()).isEqualTo("arn:aws:s3:::" + bucket);
    assertThat(record.at("/s3/bucket/ownerIdentity/principalId").asText()).isNotEmpty();
    assertThat(record.at("/s3/object/key").asText()).isEqualTo("originals/image/local/1/photo.jpg");
    assertThat(record.at("/s3/object/size").asLong()).isEqualTo(5);
    assertThat(record.at("/s3/object/eTag").asText()).isEqualTo(etag.replace("\"", ""));
    assertThat(record.at("/s3/object/sequencer").asText()).matches("[0-9A-F]{16}");
    assertThat(record.at("/s3/object/versionId").isMissingNode()).isTrue();
  }

  @Test
  void keysAreEncodedAsFormsAre() {
    var queue = cloud.notified(bucket, "", "", Event.S3_OBJECT_CREATED);
    put("a b/ü+1.jpg", "bytes");
    var key = cloud.records(queue, 1).getFirst().at("/s3/object/key").asText();
    assertThat(key).isEqualTo("a+b/%C3%BC%2B1.jpg");
    assertThat(URLDecoder.decode(key, StandardCharsets.UTF_8)).isEqualTo("a b/ü+1.jpg");
  }

  @Test
  void settingAConfigurationSendsATestEvent() {
    var queue = cloud.queue("test-events");
    cloud.objects.putBucketNotificationConfiguration(
        request ->
            request
                .bucket(bucket)
                .notificationConfiguration(
                    configuration ->
                        configuration.queueConfigurations(
                            Cloud.rule(
                                "rule",
                                cloud.arn(queue),
                                "in/",
                                ".jpg",
                                Event.S3_OBJECT_CREATED))));
    var message = cloud.messages(queue, 1).getFirst();
    assertThat(message.path("Event").asText()).isEqualTo("s3:TestEvent");
    assertThat(message.path("Service").asText()).isEqualTo("Amazon S3");
    assertThat(message.path("Bucket").asText()).isEqualTo(bucket);

    var rules =
        cloud
            .objects
            .getBucketNotificationConfiguration(request -> request.bucket(bucket))
            .queueConfigurations();
    assertThat(rules)
        .containsExactly(
            Cloud.rule("rule", cloud.arn(queue), "in/", ".jpg", Event.S3_OBJECT_CREATED));
  }

  @Test
  void aConfigurationThatS3WouldRefuseIsRefused() {
    var queue = cloud.arn(cloud.queue("refused"));
    assertRefused("arn:aws:sqs:us-east-1:000000000000:missing", queue, "a/", "b/");
    assertRefused(queue, queue, "a/", "a/b/");
  }

  @Test
  void aRuleSeesItsPrefixAndSuffixOnly() {
    var queue = cloud.notified(bucket, "processed/", "/manifest.json", Event.S3_OBJECT_CREATED);
    put("processed/local/1/small.jpg", "x");
    put("originals/image/local/1/manifest.json", "x");
    put("processed/local/1/manifest.json", "x");
    assertThat(cloud.records(queue, 1))
        .extracting(record -> record.at("/s3/object/key").asText())
        .containsExactly("processed/local/1/manifest.json");
  }

  @Test
  void eachWayToWriteHasItsName() {
    var queue = cloud.notified(bucket, "", "", Event.S3_OBJECT_CREATED, Event.S3_OBJECT_REMOVED);
    put("a", "bytes");
    cloud.objects.copyObject(
        request ->
            request
                .sourceBucket(bucket)
                .sourceKey("a")
                .destinationBucket(bucket)
                .destinationKey("b"));
    var upload =
        cloud.objects.createMultipartUpload(request -> request.bucket(bucket).key("c")).uploadId();
    var part =
        cloud
            .objects
            .uploadPart(
                request -> request.bucket(bucket).key("c").uploadId(upload).partNumber(1),
                RequestBody.fromString("part"))
            .eTag();
    var etag =
        cloud
            .objects
            .completeMultipartUpload(
                request ->
                    request
                        .bucket(bucket)
                        .key("c")
                        .uploadId(upload)
                        .multipartUpload(
                            parts ->
                                parts.parts(
                                    CompletedPart.builder().partNumber(1).eTag(part).build())))
            .eTag();
    cloud.objects.deleteObject(request -> request.bucket(bucket).key("a"));
    cloud.objects.deleteObjects(
        request ->
            request
                .bucket(bucket)
                .delete(delete -> delete.objects(ObjectIdentifier.builder().key("b").build())));
    cloud.objects.deleteObject(request -> request.bucket(bucket).key("never there"));

    var records = cloud.records(queue, 5);
    assertThat(records)
        .extracting(record -> record.path("eventName").asText() + " " + key(record))
        .containsExactlyInAnyOrder(
            "ObjectCreated:Put a",
            "ObjectCreated:Copy b",
            "ObjectCreated:CompleteMultipartUpload c",
            "ObjectRemoved:Delete a",
            "ObjectRemoved:Delete b");
    var completed = records.stream().filter(record -> key(record).equals("c")).findFirst();
    assertThat(completed.orElseThrow().at("/s3/object/eTag").asText())
        .isEqualTo(etag.replace("\"", ""));
  }

  @Test
  void aFolderMarkerIsAnObject() {
    var queue = cloud.notified(bucket, "", "", Event.S3_OBJECT_CREATED);
    put("folder/", "");
    var record = cloud.records(queue, 1).getFirst();
    assertThat(key(record)).isEqualTo("folder/");
    assertThat(record.at("/s3/object/size").asLong()).isZero();
  }

  @Test
  void sequencersOfAKeyRise() {
    var queue = cloud.notified(bucket, "", "", Event.S3_OBJECT_CREATED);
    for (int i = 0; i < 20; i++) {
      put("photo", "version " + i);
    }
    var bySequencer =
        cloud.records(queue, 20).stream()
            .sorted(Comparator.comparing(record -> record.at("/s3/object/sequencer").asText()))
            .toList();
    assertThat(bySequencer)
        .extracting(record -> record.at("/s3/object/sequencer").asText())
        .doesNotHaveDuplicates();
    assertThat(bySequencer.getLast().at("/s3/object/eTag").asText())
        .isEqualTo(
            cloud
                .objects
                .headObject(request -> request.bucket(bucket).key("photo"))
                .eTag()
                .replace("\"", ""));
  }

  private static String key(JsonNode record) {
    return record.at("/s3/object/key").asText();
  }

  private String put(String key, String body) {
    return cloud
        .objects
        .putObject(request -> request.bucket(bucket).key(key), RequestBody.fromString(body))
        .eTag();
  }

  private void assertRefused(String queue, String otherQueue, String prefix, String otherPrefix) {
    var rules =
        List.of(
            Cloud.rule("one", queue, prefix, "", Event.S3_OBJECT_CREATED_PUT),
            Cloud.rule("two", otherQueue, otherPrefix, "", Event.S3_OBJECT_CREATED));
    assertThatThrownBy(
            () ->
                cloud.objects.putBucketNotificationConfiguration(
                    request ->
                        request
                            .bucket(bucket)
                            .notificationConfiguration(
                                configuration -> configuration.queueConfigurations(rules))))
        .asInstanceOf(throwable(S3Exception.class))
        .satisfies(
            refusal -> {
              assertThat(refusal.statusCode()).isEqualTo(400);
              assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("InvalidArgument");
            });
  }
}
