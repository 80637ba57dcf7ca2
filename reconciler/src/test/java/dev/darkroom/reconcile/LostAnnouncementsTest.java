package dev.darkroom.reconcile;

import static dev.darkroom.stage.store.SampleManifest.ID;
import static dev.darkroom.stage.store.SampleManifest.OWNER;
import static dev.darkroom.stage.store.SampleManifest.photo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.stage.announce.Marker;
import dev.darkroom.stage.announce.Markers;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.store.SampleManifest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Results of which subscribers were not told. */
final class LostAnnouncementsTest {
  private final World world = new World();
  private final Markers markers = new Markers(world.bucket);
  private final SampleManifest photo = world.upload(photo());

  @BeforeEach
  void anUploadIsFinished() {
    world.finish(photo);
  }

  private String manifest() {
    return world.bucket.head(World.manifest().key()).orElseThrow().etag();
  }

  @Test
  void aResultThatNobodyClaimedIsAnnounced() {
    Instant finished = world.now();
    world.pass(Duration.ofHours(1));

    assertThat(world.reconcile()).isEqualTo(new Report(1, 0, 0, 1, 0, true));
    assertThat(world.onlySent("completions"))
        .isEqualTo(JobEvent.written("media", World.manifest().key(), manifest(), null, finished));
    world.pass(Duration.ofMinutes(59));
    assertThat(world.reconcile().reannounced()).isZero();
    world.pass(Duration.ofMinutes(1));
    assertThat(world.reconcile().reannounced()).isEqualTo(1);
  }

  @Test
  void aResultMayTakeAnHourToBeAnnounced() {
    world.pass(Duration.ofMinutes(59));

    assertThat(world.reconcile()).isEqualTo(new Report(1, 0, 0, 0, 0, true));
  }

  @Test
  void aClaimWhoseHolderDiedIsFoundOnceItEnds() {
    world.pass(Duration.ofHours(1));
    Instant end = world.now().plusSeconds(30);
    markers.replace(OWNER, ID, Optional.empty(), Marker.claimed(manifest(), end));
    assertThat(world.reconcile().reannounced()).isZero();

    world.pass(Duration.ofSeconds(30));
    assertThat(world.reconcile().reannounced()).isEqualTo(1);
  }

  @Test
  void aNoteAboutAnEarlierResultDoesNotCount() {
    world.announce();
    world.pass(Duration.ofHours(1));
    world.finish(photo.withRequestedAt(world.now()));
    world.pass(Duration.ofHours(2));

    assertThat(world.reconcile().reannounced()).isEqualTo(1);
  }

  @Test
  void aFailureIsAnnouncedToo() {
    world.bucket.delete(List.of(World.manifest().key()));
    world.finish(photo.gaveUp());
    world.pass(Duration.ofHours(1));

    assertThat(world.reconcile().reannounced()).isEqualTo(1);
  }

  @Test
  void whatIsAnnouncedIsInOrderAndLeavesNothing() {
    world.pass(Duration.ofHours(1));
    world.reconcile();
    world.announce();

    assertThat(world.reconcile()).isEqualTo(new Report(1, 0, 0, 0, 0, true));
    assertThat(world.bucket.keys("reconcile/")).containsExactly("reconcile/cursor.json");
  }
}
