package dev.darkroom.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.contract.Rendition;
import dev.darkroom.fixtures.Fixtures;
import dev.darkroom.stage.batch.JobEvent;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

@OnEachBackend
final class RepeatedEventTest {
  private static final byte[] PHOTO = Fixtures.PHONE_PHOTO.bytes();
  private static final byte[] OTHER_PHOTO = Fixtures.ALPHA_PNG.bytes();

  private final Darkroom darkroom;
  private final Cloud cloud;

  RepeatedEventTest(Backend backend) {
    this.darkroom = backend.darkroom();
    this.cloud = darkroom.cloud();
  }

  @Test
  void aRepeatedEventChangesNothingAndTellsNobody() {
    var subscriber = new Subscriber(cloud, "{}");
    var id = new MediaId(darkroom.api().upload("photo.jpg", "image/jpeg", PHOTO));
    var first = cloud.awaitStored(id);
    subscriber.awaitOne(id);

    cloud.jobs(MediaKind.IMAGE).send(event(first.manifest()));
    cloud.jobs(MediaKind.IMAGE).send(event(first.manifest()));
    cloud.jobs(MediaKind.IMAGE).awaitIdle();

    assertThat(cloud.awaitStored(id).etag()).isEqualTo(first.etag());
    assertThat(subscriber.about(id)).hasSize(1);
  }

  @Test
  void workersThatRaceOnOneOriginalMakeOneManifestAndOneNotification() {
    var subscriber = new Subscriber(cloud, "{}");
    var id = MediaId.next(Instant.now(), new Random());
    String key = "originals/image/local/" + id + "/race.jpg";
    String etag = put(key, PHOTO);
    for (int i = 0; i < 4; i++) {
      cloud
          .jobs(MediaKind.IMAGE)
          .send(JobEvent.written(cloud.bucket(), key, etag, null, Instant.now()));
    }

    String manifest = cloud.awaitStored(id).etag();
    subscriber.awaitOne(id);
    cloud.jobs(MediaKind.IMAGE).awaitIdle();

    assertThat(cloud.awaitStored(id).etag()).isEqualTo(manifest);
    assertThat(subscriber.about(id)).hasSize(1);
  }

  @Test
  void anOlderEventThatComesLateDoesNotReplaceTheNewerResult() {
    var id = MediaId.next(Instant.now(), new Random());
    String key = "originals/image/local/" + id + "/changing";
    put(key, PHOTO);
    Manifest older = cloud.awaitManifest(id);

    String newerTag = put(key, OTHER_PHOTO);
    await("the newer result")
        .atMost(Cloud.PATIENCE)
        .until(() -> cloud.awaitManifest(id).original().etag().equals(newerTag));
    cloud.jobs(MediaKind.IMAGE).send(event(older));
    cloud.jobs(MediaKind.IMAGE).awaitIdle();

    assertThat(cloud.awaitManifest(id).original().etag()).isEqualTo(newerTag);
  }

  @Test
  void aFileDroppedOverAnotherReplacesItAndItsOutputs() {
    String key = "originals/image/holiday/again-" + new Random().nextInt() + ".jpg";
    var id = MediaId.derived(key);
    put(key, PHOTO);
    cloud.awaitManifest(id);

    String newerTag = put(key, OTHER_PHOTO);
    await("the newer result")
        .atMost(Cloud.PATIENCE)
        .until(() -> cloud.awaitManifest(id).original().etag().equals(newerTag));
    cloud.jobs(MediaKind.IMAGE).awaitIdle();

    Manifest manifest = cloud.awaitManifest(id);
    String folder = ProcessedKey.prefix(Owner.LOCAL, id);
    assertThat(cloud.store().keys(folder))
        .filteredOn(output -> !output.endsWith(".json"))
        .containsExactlyInAnyOrderElementsOf(
            manifest.renditions().stream().map(Rendition::key).distinct().toList());
  }

  @Test
  void processingAgainOnRequestReplacesTheResultAndTellsAgain() {
    var subscriber = new Subscriber(cloud, "{}");
    var id = new MediaId(darkroom.api().upload("photo.jpg", "image/jpeg", PHOTO));
    Manifest first = cloud.awaitManifest(id);
    subscriber.awaitOne(id);

    assertThat(darkroom.api().post("/media/" + id + "/reprocess").status()).isEqualTo(202);

    await()
        .atMost(Cloud.PATIENCE)
        .until(() -> cloud.awaitManifest(id).processing().requestedAt() != null);
    await().atMost(Cloud.PATIENCE).until(() -> subscriber.about(id).size() == 2);
    assertThat(cloud.awaitManifest(id).renditions()).isEqualTo(first.renditions());
  }

  private String put(String key, byte[] bytes) {
    return cloud.put(key, RequestBody.fromBytes(bytes));
  }

  private JobEvent event(Manifest manifest) {
    return JobEvent.written(cloud.bucket(), manifest.original());
  }
}
