package dev.darkroom.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.fixtures.Fixtures;
import dev.darkroom.stage.announce.Marker;
import dev.darkroom.stage.announce.Markers;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;

/** What events lose is found. In a Darkroom of its own, because it looks at the whole bucket. */
@OnEachBackend
final class ReconcileTest {
  private static final byte[] PHOTO = Fixtures.ALPHA_PNG.bytes();

  private static final Map<Backend, Darkroom> RUNNING = new ConcurrentHashMap<>();

  private final Darkroom darkroom;
  private final Cloud cloud;

  ReconcileTest(Backend backend) {
    this.darkroom = RUNNING.computeIfAbsent(backend, it -> Darkroom.start(it.endpoint()));
    this.cloud = darkroom.cloud();
  }

  @AfterAll
  static void stop() {
    RUNNING.values().forEach(Darkroom::close);
    RUNNING.clear();
  }

  @Test
  void anUploadWhoseEventWasLostIsFoundCompletedAndToldOnce() {
    var subscriber = new Subscriber(cloud, "{}");
    String dropped = "originals/image/holiday/lost.png";
    MediaId id =
        withoutEvents(
            () -> {
              cloud
                  .s3()
                  .putObject(
                      r -> r.bucket(cloud.bucket()).key(dropped), RequestBody.fromBytes(PHOTO));
              return new MediaId(darkroom.api().upload("lost.png", "image/png", PHOTO));
            });

    assertThat(counts(reconcile("{}"))).containsExactly(0, 0, 0, 0);
    assertThat(counts(reconcileNow())).containsExactly(2, 0, 0, 0);

    for (MediaId upload : List.of(id, MediaId.derived(dropped))) {
      cloud.awaitManifest(upload);
      subscriber.awaitOne(upload);
      awaitAnnounced(upload);
    }
    assertThat(counts(reconcileNow())).containsExactly(0, 0, 0, 0);
    assertThat(cloud.store().keys("reconcile/")).containsExactly("reconcile/cursor.json");
    assertThat(subscriber.about(id)).hasSize(1);
  }

  @Test
  void aResultThatNobodyWasToldOfIsAnnounced() {
    var subscriber = new Subscriber(cloud, "{}");
    var id = new MediaId(darkroom.api().upload("photo.png", "image/png", PHOTO));
    subscriber.awaitOne(id);
    awaitAnnounced(id);
    cloud.store().delete(List.of(new ProcessedKey(Owner.LOCAL, id, Markers.NAME).key()));

    assertThat(counts(reconcileNow())).containsExactly(0, 0, 1, 0);

    awaitAnnounced(id);
    await().atMost(Cloud.PATIENCE).until(() -> subscriber.about(id).size() == 2);
    assertThat(counts(reconcileNow())).containsExactly(0, 0, 0, 0);
  }

  @Test
  void aDeletedUploadStaysDeletedAndWhatIsLeftOfItGoes() {
    var id = new MediaId(darkroom.api().upload("photo.png", "image/png", PHOTO));
    cloud.awaitManifest(id);
    awaitAnnounced(id);
    assertThat(darkroom.api().delete("/media/" + id).status()).isEqualTo(204);
    assertThat(counts(reconcileNow())).containsExactly(0, 0, 0, 0);

    var left = new ProcessedKey(Owner.LOCAL, MediaId.next(Instant.now(), new Random()), "x.jpg");
    cloud
        .s3()
        .putObject(r -> r.bucket(cloud.bucket()).key(left.key()), RequestBody.fromBytes(PHOTO));
    assertThat(counts(reconcileNow())).containsExactly(0, 1, 0, 0);

    assertThat(cloud.store().keys(ProcessedKey.prefix(Owner.LOCAL, left.id()))).isEmpty();
    assertThat(cloud.manifest(id)).isEmpty();
  }

  private interface Uploading {
    MediaId run();
  }

  /** Uploads while the bucket sends no events, as if they were lost on their way. */
  private MediaId withoutEvents(Uploading uploading) {
    String bucket = cloud.bucket();
    var before = cloud.s3().getBucketNotificationConfiguration(r -> r.bucket(bucket));
    configure(NotificationConfiguration.builder().build());
    MediaId id = uploading.run();
    configure(
        NotificationConfiguration.builder()
            .queueConfigurations(before.queueConfigurations())
            .build());
    return id;
  }

  private void configure(NotificationConfiguration configuration) {
    cloud
        .s3()
        .putBucketNotificationConfiguration(
            r -> r.bucket(cloud.bucket()).notificationConfiguration(configuration));
  }

  private void awaitAnnounced(MediaId id) {
    await("the announcement of " + id)
        .atMost(Cloud.PATIENCE)
        .until(
            () ->
                new Markers(cloud.store())
                    .find(Owner.LOCAL, id)
                    .map(Markers.Stored::marker)
                    .filter(it -> it.state() == Marker.State.SENT)
                    .isPresent());
  }

  private JsonNode reconcileNow() {
    return reconcile("{\"olderThan\":\"0s\"}");
  }

  private JsonNode reconcile(String event) {
    var management = new Api(darkroom.workers().management());
    var answer =
        management.post(
            "/functions/Reconciler/invocations",
            "application/json",
            BodyPublishers.ofString(event));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.raw().headers().firstValue("X-Amz-Function-Error")).isEmpty();
    assertThat(answer.body().path("complete").asBoolean()).isTrue();
    return answer.body();
  }

  /** What was sent again, deleted, announced, and what failed. */
  private static List<Integer> counts(JsonNode report) {
    return List.of(
        report.path("resent").asInt(),
        report.path("orphansDeleted").asInt(),
        report.path("reannounced").asInt(),
        report.path("failed").asInt());
  }
}
