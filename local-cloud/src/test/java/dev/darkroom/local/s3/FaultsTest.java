package dev.darkroom.local.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.local.fault.Fault;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.Event;

class FaultsTest {
  @TempDir Path data;

  @Test
  void aDuplicatedEventComesTwice() {
    try (var cloud = Cloud.start(data, new Fault.Duplicated("twice/"))) {
      var bucket = cloud.bucket();
      var queue = cloud.notified(bucket, "", "", Event.S3_OBJECT_CREATED);
      put(cloud, bucket, "twice/a");
      put(cloud, bucket, "once/b");
      assertThat(cloud.records(queue, 3))
          .extracting(record -> record.at("/s3/object/key").asText())
          .containsExactlyInAnyOrder("twice/a", "twice/a", "once/b");
    }
  }

  @Test
  void aDelayedEventIsOvertaken() {
    try (var cloud = Cloud.start(data, new Fault.Delayed("late/", Duration.ofSeconds(3)))) {
      var bucket = cloud.bucket();
      var queue = cloud.notified(bucket, "", "", Event.S3_OBJECT_CREATED);
      put(cloud, bucket, "late/a");
      put(cloud, bucket, "b");
      assertThat(cloud.records(queue, 2))
          .extracting(record -> record.at("/s3/object/key").asText())
          .containsExactly("b", "late/a");
    }
  }

  @Test
  void aLostAnswerHidesAWriteThatHappened() throws Exception {
    try (var cloud = Cloud.start(data, new Fault.LostAnswer("lost/", 1));
        var http = HttpClient.newHttpClient()) {
      var bucket = cloud.bucket();
      var queue = cloud.notified(bucket, "", "", Event.S3_OBJECT_CREATED);
      var url =
          cloud
              .presigner
              .presignPutObject(
                  presign ->
                      presign
                          .signatureDuration(Duration.ofMinutes(5))
                          .putObjectRequest(request -> request.bucket(bucket).key("lost/a")))
              .url()
              .toURI();
      var put = HttpRequest.newBuilder(url).PUT(BodyPublishers.ofString("bytes")).build();
      assertThat(http.send(put, BodyHandlers.discarding()).statusCode()).isEqualTo(500);
      assertThat(cloud.records(queue, 1)).hasSize(1);
      assertThat(
              cloud
                  .objects
                  .getObjectAsBytes(request -> request.bucket(bucket).key("lost/a"))
                  .asUtf8String())
          .isEqualTo("bytes");
      assertThat(http.send(put, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aSlowReadOutlastsAnImpatientReader() {
    try (var cloud = Cloud.start(data, new Fault.Slow("slow/", Duration.ofMinutes(1)))) {
      var bucket = cloud.bucket();
      put(cloud, bucket, "slow/a");
      put(cloud, bucket, "quick/b");
      assertThatThrownBy(
              () ->
                  cloud.objects.getObjectAsBytes(
                      request ->
                          request
                              .bucket(bucket)
                              .key("slow/a")
                              .overrideConfiguration(
                                  override -> override.apiCallTimeout(Duration.ofMillis(500)))))
          .isInstanceOf(ApiCallTimeoutException.class);
      assertThat(
              cloud
                  .objects
                  .getObjectAsBytes(request -> request.bucket(bucket).key("quick/b"))
                  .asUtf8String())
          .isEqualTo("bytes");
    }
  }

  private static void put(Cloud cloud, String bucket, String key) {
    cloud.objects.putObject(
        request -> request.bucket(bucket).key(key), RequestBody.fromString("bytes"));
  }
}
