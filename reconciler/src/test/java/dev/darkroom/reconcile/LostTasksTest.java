package dev.darkroom.reconcile;

import static dev.darkroom.stage.store.SampleManifest.ID;
import static dev.darkroom.stage.store.SampleManifest.OWNER;
import static dev.darkroom.stage.store.SampleManifest.film;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.WorkKey;
import dev.darkroom.contract.stream.StreamTask;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.store.SampleManifest;
import dev.darkroom.stage.store.Version;
import dev.darkroom.stage.stream.WorkFolder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams that nobody works on any more. */
final class LostTasksTest {
  private final World world = new World();
  private final SampleManifest film = world.upload(film());
  private final WorkFolder work = new WorkFolder(world.bucket, OWNER, ID, World.generation(film));

  @BeforeEach
  void theStreamIsPlanned() {
    work.open(film.build(), Plans.ofTwoSegments(film));
  }

  private List<String> tasks() {
    List<String> tasks =
        world.sent.stream()
            .filter(it -> it.queue().equals("stream"))
            .map(it -> String.valueOf(it.event().task()))
            .toList();
    assertThat(world.sent).hasSize(tasks.size());
    return tasks;
  }

  @Test
  void tasksWhosePartsAreMissingAreSentAgain() {
    work.put(new StreamTask.Segment(0), new byte[1], List.of());
    world.pass(Duration.ofHours(6));

    assertThat(world.reconcile()).isEqualTo(new Report(1, 1, 0, 0, 0, true));
    assertThat(tasks()).containsExactly("sound", "segment/1");
    assertThat(Version.of(world.sent.getFirst().event()).generation())
        .isEqualTo(World.generation(film));
    assertThat(world.reconcile().resent()).isZero();
  }

  @Test
  void ifAllPartsAreThereTheLastTaskIsSentAgain() {
    work.put(new StreamTask.Segment(0), new byte[1], List.of());
    work.put(new StreamTask.Segment(1), new byte[1], List.of());
    work.put(new StreamTask.Sound(), new byte[1], List.of());
    world.pass(World.LONG);

    assertThat(world.reconcile().resent()).isEqualTo(1);
    assertThat(tasks()).containsExactly("finish");
  }

  @Test
  void workThatGoesOnIsLeftHoweverOldItsOriginalIs() {
    for (int hour = 0; hour < 10; hour += 5) {
      world.pass(Duration.ofHours(5));
      work.put(new StreamTask.Segment(hour / 5), new byte[1], List.of());
    }

    assertThat(world.reconcile()).isEqualTo(new Report(1, 0, 0, 0, 0, true));
  }

  @Test
  void aTaskThatTakesLongMayGoOnWithoutASignOfLifeForAWhile() {
    world.pass(Duration.ofHours(6).minusSeconds(1));

    assertThat(world.reconcile().resent()).isZero();
  }

  @Test
  void withoutAPlanTheVideoIsPlannedAnew() {
    world.bucket.delete(List.of(work.key(WorkKey.PLAN)));
    world.pass(World.LONG);

    assertThat(world.reconcile().resent()).isEqualTo(1);
    assertThat(world.onlySent("video"))
        .isEqualTo(JobEvent.written("media", film.build().original()));
  }

  @Test
  void aRequestToProcessAgainWhoseTasksWereLostGoesOn() {
    world.finish(film);
    world.announce();
    work.close();
    SampleManifest again = film.withRequestedAt(world.now());
    new WorkFolder(world.bucket, OWNER, ID, World.generation(again))
        .open(again.build(), Plans.ofTwoSegments(film));
    world.pass(World.LONG);

    assertThat(world.reconcile().resent()).isEqualTo(1);
    assertThat(world.sent)
        .extracting(it -> it.event().requestedAt())
        .containsOnly(again.requestedAt());
  }

  @Test
  void workThatAResultHasOvertakenIsDeleted() {
    world.finish(film);
    world.announce();
    world.pass(World.LONG);

    assertThat(world.reconcile()).isEqualTo(new Report(1, 0, 1, 0, 0, true));
    assertThat(world.bucket.keys(WorkKey.prefix(OWNER, ID))).isEmpty();
    assertThat(world.reconcile()).isEqualTo(new Report(1, 0, 0, 0, 0, true));
  }

  @Test
  void whatIsLeftOfWorkThatNobodyCanNameIsDeletedOnceTheUploadIsFinished() {
    work.close();
    world.put(new WorkKey(OWNER, ID, "abcdef", "parts/000000").key(), "x");
    world.pass(World.LONG);
    assertThat(world.reconcile()).isEqualTo(new Report(1, 1, 0, 0, 0, true));

    world.finish(film);
    world.announce();
    assertThat(world.reconcile()).isEqualTo(new Report(1, 0, 1, 0, 0, true));
    assertThat(world.bucket.keys(WorkKey.prefix(OWNER, ID))).isEmpty();
  }

  @Test
  void theDraftOfAJobThatWasGivenUpIsKeptAndNothingIsTriedAgain() {
    work.abandon();
    world.finish(film.gaveUp());
    world.announce();
    world.pass(World.LONG);

    assertThat(world.reconcile()).isEqualTo(new Report(1, 0, 0, 0, 0, true));
    assertThat(world.bucket.keys(WorkKey.prefix(OWNER, ID))).hasSize(1);
  }

  @Test
  void theWorkOnReplacedContentIsNotGoneOnWith() {
    world.put(film.key(), "another video");
    world.pass(World.LONG);

    assertThat(world.reconcile().resent()).isEqualTo(1);
    assertThat(world.onlySent("video").etag()).isNotEqualTo(film.etag());
  }
}
