package dev.darkroom.local.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.local.ChildJvm;
import dev.darkroom.local.Clients;
import dev.darkroom.local.sqs.LocalSqs;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.Event;

class RestartTest {
  private static final URI NOBODY = URI.create("http://127.0.0.1:1");

  @TempDir Path data;

  @Test
  void objectsAndTheirMetadataAreThereAfterARestart() {
    String bucket;
    try (var cloud = Cloud.start(data)) {
      bucket = cloud.bucket();
      cloud.objects.putObject(
          request ->
              request
                  .bucket(bucket)
                  .key("ü/photo 1.jpg")
                  .contentType("image/jpeg")
                  .metadata(Map.of("owner", "local")),
          RequestBody.fromString("bytes"));
    }
    try (var cloud = Cloud.start(data)) {
      var object =
          cloud.objects.getObjectAsBytes(request -> request.bucket(bucket).key("ü/photo 1.jpg"));
      assertThat(object.asUtf8String()).isEqualTo("bytes");
      assertThat(object.response().contentType()).isEqualTo("image/jpeg");
      assertThat(object.response().metadata()).containsEntry("owner", "local");
    }
  }

  @Test
  void rulesHoldAndSequencersRiseAfterARestart() {
    String bucket;
    String queueName;
    String before;
    try (var cloud = Cloud.start(data)) {
      bucket = cloud.bucket();
      var url = cloud.notified(bucket, "", "", Event.S3_OBJECT_CREATED);
      queueName = url.substring(url.lastIndexOf('/') + 1);
      put(cloud, bucket, "photo");
      before = sequencer(cloud.records(url, 1).getFirst());
    }
    try (var cloud = Cloud.start(data)) {
      put(cloud, bucket, "photo");
      var after = sequencer(cloud.records(cloud.queue(queueName), 1).getFirst());
      assertThat(after).isGreaterThan(before);
    }
  }

  /**
   * SQS is out of reach for the process that stores the objects, so no event can have been sent.
   */
  @Test
  void eventsOfAKilledProcessAreSentByTheNext() throws Exception {
    String bucket;
    String queueName;
    try (var cloud = Cloud.start(data)) {
      bucket = cloud.bucket();
      var url = cloud.notified(bucket, "", "", Event.S3_OBJECT_CREATED, Event.S3_OBJECT_REMOVED);
      queueName = url.substring(url.lastIndexOf('/') + 1);
      put(cloud, bucket, "old");
      cloud.records(url, 1);
    }
    try (var child = ChildJvm.run(ServeS3.class, data.resolve("s3").toString(), NOBODY.toString());
        var s3 = Clients.s3(URI.create(child.line()))) {
      s3.putObject(
          request -> request.bucket(bucket).key("new ü.jpg"), RequestBody.fromString("bytes"));
      s3.deleteObject(request -> request.bucket(bucket).key("old"));
      child.kill();
    }
    try (var cloud = Cloud.start(data)) {
      assertThat(cloud.records(cloud.queue(queueName), 2))
          .extracting(record -> record.path("eventName").asText() + " " + key(record))
          .containsExactlyInAnyOrder("ObjectCreated:Put new ü.jpg", "ObjectRemoved:Delete old");
      await().untilAsserted(() -> assertThat(data.resolve("s3/outbox")).isEmptyDirectory());
    }
  }

  @Test
  void everyObjectThatAKillLeavesHasItsEvent() throws Exception {
    try (var sqs = LocalSqs.start(data.resolve("sqs"), 0);
        var queues = Clients.sqs(sqs.endpoint())) {
      var url = queues.createQueue(queue -> queue.queueName("jobs")).queueUrl();
      try (var child =
          ChildJvm.run(
              PutUntilKilled.class, data.resolve("s3").toString(), sqs.endpoint().toString())) {
        for (int i = 0; i < 30; i++) {
          child.line();
        }
        child.kill();
      }
      try (var s3 = LocalS3.start(data.resolve("s3"), 0, queues, List.of());
          var objects = Clients.s3(s3.endpoint())) {
        var stored =
            objects.listObjectsV2(request -> request.bucket("bucket")).contents().stream()
                .map(object -> object.key())
                .toList();
        assertThat(stored).hasSizeGreaterThanOrEqualTo(30);
        var told = new HashSet<String>();
        while (!told.containsAll(stored)) {
          for (var message :
              queues
                  .receiveMessage(
                      request -> request.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(10))
                  .messages()) {
            told.add(message.body().replaceAll("(?s).*\"key\":\"([^\"]*)\".*", "$1"));
          }
        }
      }
    }
  }

  @Test
  void whatAKilledUploadLeftIsSweptAway() throws Exception {
    var left = data.resolve("s3/objects/bucket/photo.jpg-0b0e1a52-3f5e-4d8b-9d3c-5a1f2c3d4e5f");
    Files.createDirectories(left.getParent());
    Files.writeString(left, "half a pho");
    try (var cloud = Cloud.start(data)) {
      assertThat(left).doesNotExist();
      assertThat(cloud.objects.listObjectsV2(request -> request.bucket("bucket")).contents())
          .isEmpty();
    }
  }

  @Test
  void aFolderServesOneProcess() {
    try (var cloud = Cloud.start(data)) {
      assertThatThrownBy(() -> LocalS3.start(data.resolve("s3"), 0, cloud.queues, List.of()))
          .isInstanceOf(IllegalStateException.class)
          .rootCause()
          .hasMessageContaining("another process uses the folder");
    }
  }

  private static void put(Cloud cloud, String bucket, String key) {
    cloud.objects.putObject(
        request -> request.bucket(bucket).key(key), RequestBody.fromString("bytes"));
  }

  private static String sequencer(JsonNode record) {
    return record.at("/s3/object/sequencer").asText();
  }

  private static String key(JsonNode record) {
    return URLDecoder.decode(record.at("/s3/object/key").asText(), StandardCharsets.UTF_8);
  }
}
