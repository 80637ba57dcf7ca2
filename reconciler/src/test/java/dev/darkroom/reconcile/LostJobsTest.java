package dev.darkroom.reconcile;

import static dev.darkroom.stage.store.SampleManifest.film;
import static dev.darkroom.stage.store.SampleManifest.photo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.MediaId;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.store.SampleManifest;
import dev.darkroom.stage.store.Tombstone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Originals whose event, or whose message, was lost. */
final class LostJobsTest {
  private final World world = new World();

  @Test
  void anOriginalWithoutAResultIsSentAgainAsItsEventWas() {
    SampleManifest photo = world.upload(photo());
    Instant uploaded = world.now();
    world.pass(Duration.ofHours(2));

    assertThat(world.reconcile()).isEqualTo(new Report(1, 1, 0, 0, 0, true));

    assertThat(world.onlySent("image"))
        .isEqualTo(JobEvent.written("media", photo.key(), photo.etag(), null, uploaded));
  }

  @Test
  void aVideoIsSentToItsOwnQueueAfterALongerTime() {
    SampleManifest film = world.upload(film());
    world.pass(Duration.ofHours(4).minusSeconds(1));
    assertThat(world.reconcile().resent()).isZero();

    world.pass(Duration.ofSeconds(1));
    assertThat(world.reconcile().resent()).isEqualTo(1);
    assertThat(world.onlySent("video").key()).isEqualTo(film.key());
  }

  @Test
  void whatMayStillBeInItsQueueIsLeft() {
    world.upload(photo());
    world.pass(Duration.ofHours(2).minusSeconds(1));

    assertThat(world.reconcile()).isEqualTo(new Report(1, 0, 0, 0, 0, true));
  }

  @Test
  void anAgeThatIsAskedForCountsInsteadOfTheUsual() {
    world.upload(photo());

    Report report =
        world.reconcile(Optional.of(Duration.ZERO), Deadline.after(Duration.ofHours(1)));

    assertThat(report.resent()).isEqualTo(1);
    assertThat(world.sent).hasSize(1);
  }

  @Test
  void whatWaitsInALongQueueIsSentLessAndLessOften() {
    world.upload(photo());
    var hours = new ArrayList<Integer>();
    for (int hour = 1; hour <= 24 * 5; hour++) {
      world.pass(Duration.ofHours(1));
      if (world.reconcile().resent() > 0) {
        hours.add(hour);
      }
    }

    assertThat(hours).containsExactly(2, 4, 8, 16, 32, 56, 80, 104);
  }

  @Test
  void onceTheResultIsThereNothingIsFoundAndNothingIsLeft() {
    SampleManifest photo = world.upload(photo());
    world.pass(Duration.ofHours(2));
    world.reconcile();
    world.finish(photo);
    world.announce();
    world.pass(Duration.ofHours(2));

    assertThat(world.reconcile()).isEqualTo(new Report(1, 0, 0, 0, 0, true));
    assertThat(world.bucket.keys("reconcile/")).containsExactly("reconcile/cursor.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "originals/image/dropped.jpg",
        "originals/image/holiday/2026/beach & sea.jpg",
        "originals/image/local/no-id/x.jpg"
      })
  void aFileDroppedAtAnyKeyIsFoundToo(String key) {
    String etag = world.put(key, "a picture");
    Instant uploaded = world.now();
    world.pass(Duration.ofHours(2));

    assertThat(world.reconcile()).isEqualTo(new Report(1, 1, 0, 0, 0, true));
    assertThat(world.onlySent("image"))
        .isEqualTo(JobEvent.written("media", key, etag, null, uploaded));
    assertThat(world.reconcile().resent()).isZero();
    world.pass(Duration.ofHours(2));
    assertThat(world.reconcile().resent()).isEqualTo(1);
    assertThat(world.bucket.keys("reconcile/sent/"))
        .containsExactly("reconcile/sent/local/" + MediaId.derived(key));
  }

  @Test
  void theNoteOfADroppedFileThatIsGoneGoes() {
    world.put("originals/image/dropped.jpg", "a picture");
    world.pass(Duration.ofHours(2));
    world.reconcile();
    world.bucket.delete(List.of("originals/image/dropped.jpg"));

    assertThat(world.reconcile()).isEqualTo(new Report(0, 0, 0, 0, 0, true));
    assertThat(world.bucket.keys("reconcile/sent/")).isEmpty();
  }

  @Test
  void newContentWhoseEventWasLostIsSentThoughItsTimeIsNoLater() {
    SampleManifest photo = world.upload(photo());
    world.finish(photo.withContent(photo.etag(), "0A", world.now().plusMillis(900)));
    world.announce();
    String newer = world.put(photo.key(), "another picture");
    world.pass(World.LONG);

    assertThat(world.reconcile().resent()).isEqualTo(1);
    JobEvent event = world.onlySent("image");
    assertThat(event.etag()).isEqualTo(newer);
    assertThat(event.at()).isAfter(photo.uploadedAt().plusMillis(900));
  }

  @Test
  void aResultThatCameAfterNewContentAndIsOfTheOldIsNotTakenForItsOwn() {
    SampleManifest photo = world.upload(photo());
    world.pass(Duration.ofSeconds(1));
    world.put(photo.key(), "another picture");
    world.pass(Duration.ofSeconds(1));
    world.finish(photo);
    world.announce();
    world.pass(World.LONG);

    assertThat(world.reconcile().resent()).isEqualTo(1);
  }

  @Test
  void whatWasGivenUpIsDone() {
    SampleManifest photo = world.upload(photo());
    world.finish(photo.gaveUp());
    world.announce();
    world.pass(World.LONG);

    assertThat(world.reconcile()).isEqualTo(new Report(1, 0, 0, 0, 0, true));
  }

  @Test
  void aTombstoneIsNoOriginalAndAnEmptyFileIsOne() {
    Tombstone.put(world.bucket, photo().key());
    world.put("originals/image/empty.jpg", "");
    world.pass(World.LONG);

    assertThat(world.reconcile().resent()).isEqualTo(1);
    assertThat(world.onlySent("image").key()).isEqualTo("originals/image/empty.jpg");
  }

  @Test
  void aFolderMarkIsNoOriginal() {
    world.put("originals/image/holiday/", "");
    world.pass(World.LONG);

    assertThat(world.reconcile()).isEqualTo(new Report(0, 0, 0, 0, 0, true));
  }

  @Test
  void theResultOfANewerVersionIsLeftAndADamagedOneIsReplaced() {
    world.upload(photo());
    put("{\"schema\": 9}");
    world.pass(World.LONG);
    assertThat(world.reconcile()).isEqualTo(new Report(1, 0, 0, 0, 0, true));

    put("{\"schema\"");
    world.pass(Duration.ofHours(1));
    assertThat(world.reconcile().resent()).isEqualTo(1);
  }

  private void put(String manifest) {
    world.put(World.manifest().key(), manifest);
  }

  @Test
  void theNewestOfTwoOriginalsUnderOneIdCounts() {
    world.upload(photo());
    world.pass(Duration.ofMinutes(1));
    SampleManifest newer = world.upload(photo().withFileName("later.jpg"));
    world.finish(newer);
    world.announce();
    world.pass(World.LONG);

    assertThat(world.reconcile()).isEqualTo(new Report(1, 0, 0, 0, 0, true));
  }
}
