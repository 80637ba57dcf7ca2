package dev.darkroom.local.s3;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.S3Exception;

class ConditionalWriteTest {
  private static final int RACERS = 24;

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

  @RepeatedTest(3)
  void ofManyWhoCreateAKeyOneWinsAndOneEventIsSent() throws Exception {
    var queue = cloud.notified(bucket, "", "", Event.S3_OBJECT_CREATED);
    assertOneWins(race(racer -> status(racer, null, "*")));
    put("other", "x", null, null);
    assertThat(cloud.records(queue, 2))
        .extracting(record -> record.at("/s3/object/key").asText())
        .containsExactlyInAnyOrder("manifest.json", "other");
  }

  @RepeatedTest(3)
  void ofManyWhoReplaceTheSameVersionOneWins() throws Exception {
    var queue = cloud.notified(bucket, "", "", Event.S3_OBJECT_CREATED);
    var etag = put("manifest.json", "first", null, null);
    assertOneWins(race(racer -> status(racer, etag, null)));
    put("other", "x", null, null);
    assertThat(cloud.records(queue, 3))
        .extracting((JsonNode record) -> record.at("/s3/object/key").asText())
        .containsExactlyInAnyOrder("manifest.json", "manifest.json", "other");
  }

  @Test
  void aReplacementOfNothingFails() {
    assertThat(status(0, "\"d41d8cd98f00b204e9800998ecf8427e\"", null)).isEqualTo(404);
  }

  @Test
  void aReplacementOfAnotherVersionFailsAndLeavesIt() {
    var etag = put("manifest.json", "first", null, null);
    put("manifest.json", "second", null, null);
    assertThat(status(0, etag, null)).isEqualTo(412);
    assertThat(
            cloud
                .objects
                .getObjectAsBytes(request -> request.bucket(bucket).key("manifest.json"))
                .asUtf8String())
        .isEqualTo("second");
  }

  private static void assertOneWins(List<Integer> statuses) {
    assertThat(statuses).hasSize(RACERS).containsOnlyOnce(200);
    assertThat(statuses.stream().filter(status -> status == 412)).hasSize(RACERS - 1);
  }

  /** The status that each of the racers was answered with. */
  private static List<Integer> race(IntUnaryOperator racer) throws Exception {
    var start = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(RACERS)) {
      var runs =
          IntStream.range(0, RACERS)
              .mapToObj(
                  i ->
                      threads.submit(
                          (Callable<Integer>)
                              () -> {
                                start.await();
                                return racer.applyAsInt(i);
                              }))
              .toList();
      start.countDown();
      var statuses = new ArrayList<Integer>();
      for (Future<Integer> run : runs) {
        statuses.add(run.get());
      }
      return statuses;
    }
  }

  private int status(int racer, @Nullable String ifMatch, @Nullable String ifNoneMatch) {
    try {
      put("manifest.json", "racer " + racer, ifMatch, ifNoneMatch);
      return 200;
    } catch (S3Exception e) {
      return e.statusCode();
    }
  }

  private String put(
      String key, String body, @Nullable String ifMatch, @Nullable String ifNoneMatch) {
    return cloud
        .objects
        .putObject(
            request -> request.bucket(bucket).key(key).ifMatch(ifMatch).ifNoneMatch(ifNoneMatch),
            RequestBody.fromString(body))
        .eTag();
  }
}
