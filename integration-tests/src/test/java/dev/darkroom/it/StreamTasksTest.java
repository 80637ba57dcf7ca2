package dev.darkroom.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.stream.StreamTask;
import dev.darkroom.stage.batch.JobEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/** The parts of a stream may be coded in any order, several times, or for nothing. */
@OnEachBackend
final class StreamTasksTest {
  private final Darkroom darkroom;
  private final Cloud cloud;
  private final Streams streams;

  StreamTasksTest(Backend backend) {
    this.darkroom = backend.darkroom();
    this.cloud = darkroom.cloud();
    this.streams = new Streams(darkroom);
  }

  @Test
  void tasksThatComeTwiceOrInAnotherOrderMakeOneStream(@TempDir Path folder) {
    var subscriber = new Subscriber(cloud, "{}");
    String key = "originals/video/holiday/twice-" + new Random().nextInt() + ".mov";
    MediaId id = MediaId.derived(key);
    put(key, Clip.phone(folder, 9));
    streams.awaitWork(id);
    JobEvent event = event(key);
    sendAll(event);

    var first = cloud.awaitStored(id);
    subscriber.awaitOne(id);
    sendAll(event);
    cloud.tasks().awaitIdle();

    assertThat(Streams.names(first.manifest())).contains("stream", "video");
    assertThat(cloud.awaitStored(id).etag()).isEqualTo(first.etag());
    assertThat(subscriber.about(id)).hasSize(1);
    streams.assertNothingElse(id);
  }

  private void sendAll(JobEvent event) {
    List.of(
            new StreamTask.Finish(),
            new StreamTask.Segment(2),
            new StreamTask.Segment(0),
            new StreamTask.Segment(1),
            new StreamTask.Segment(0),
            new StreamTask.Finish())
        .forEach(task -> cloud.tasks().send(event.with(task)));
  }

  @Test
  void aVideoDeletedWhileItsStreamIsMadeLeavesNothingBehind(@TempDir Path folder) {
    MediaId id = streams.upload(Clip.phone(folder, 9));
    streams.awaitWork(id);

    assertThat(darkroom.api().delete("/media/" + id).status()).isEqualTo(204);

    cloud.tasks().awaitIdle();
    await()
        .during(Duration.ofSeconds(2))
        .atMost(Cloud.PATIENCE)
        .untilAsserted(
            () -> assertThat(cloud.store().keys("processed/local/" + id + "/")).isEmpty());
    assertThat(darkroom.api().get("/media/" + id).status()).isEqualTo(404);
  }

  @Test
  void aVideoReplacedWhileItsStreamIsMadeComesOutAsTheNewOne(@TempDir Path folder) {
    String key = "originals/video/holiday/again-" + new Random().nextInt() + ".mov";
    MediaId id = MediaId.derived(key);
    put(key, Clip.phone(folder, 9));
    streams.awaitWork(id);

    String newer = put(key, Clip.phone(folder, 5));
    await("the newer result")
        .atMost(Cloud.PATIENCE)
        .until(
            () -> cloud.manifest(id),
            found -> found.filter(it -> it.manifest().original().etag().equals(newer)).isPresent());

    Manifest manifest = cloud.awaitManifest(id);
    assertThat(Presentation.of(streams.download(manifest, "video", folder)).times()).hasSize(150);
    streams.assertNothingElse(id);
  }

  @Test
  void processingAVideoAgainMakesItsStreamAgainAndTellsAgain(@TempDir Path folder) {
    var subscriber = new Subscriber(cloud, "{}");
    MediaId id = streams.upload(Clip.phone(folder, 5));
    Manifest first = cloud.awaitManifest(id);
    subscriber.awaitOne(id);

    assertThat(darkroom.api().post("/media/" + id + "/reprocess").status()).isEqualTo(202);

    await()
        .atMost(Cloud.PATIENCE)
        .until(() -> cloud.awaitManifest(id).processing().requestedAt() != null);
    await().atMost(Cloud.PATIENCE).until(() -> subscriber.about(id).size() == 2);
    assertThat(Streams.names(cloud.awaitManifest(id)))
        .isEqualTo(Streams.names(first))
        .contains("stream");
    streams.assertNothingElse(id);
  }

  private String put(String key, Path video) {
    return cloud.put(key, RequestBody.fromFile(video));
  }

  /** Returns the event by which S3 told that an original was written. */
  private JobEvent event(String key) {
    var original = cloud.store().head(key).orElseThrow();
    return JobEvent.written(cloud.bucket(), key, original.etag(), null, original.lastModified());
  }
}
