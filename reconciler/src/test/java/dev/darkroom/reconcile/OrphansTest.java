package dev.darkroom.reconcile;

import static dev.darkroom.stage.store.SampleManifest.ID;
import static dev.darkroom.stage.store.SampleManifest.film;
import static dev.darkroom.stage.store.SampleManifest.photo;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.stage.store.ManifestJson;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.stage.store.SampleManifest;
import dev.darkroom.stage.store.Tombstone;
import dev.darkroom.stage.stream.WorkFolder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Outputs of originals that are gone. */
final class OrphansTest {
  private static final String KEY = "originals/image/dropped.jpg";
  private static final MediaId DROPPED = MediaId.derived(KEY);

  private final World world = new World();

  @Test
  void theResultOfADeletedOriginalGoes() {
    SampleManifest photo = world.upload(photo());
    world.finish(photo);
    world.announce();
    world.bucket.delete(List.of(photo.key()));
    world.pass(Duration.ofHours(6));

    assertThat(world.reconcile()).isEqualTo(new Report(0, 0, 1, 0, 0, true));
    assertThat(world.bucket.keys("processed/")).isEmpty();
    assertThat(world.reconcile()).isEqualTo(new Report(0, 0, 0, 0, 0, true));
  }

  @Test
  void whatAWorkerMayStillBeAtIsLeft() {
    SampleManifest photo = world.upload(photo());
    world.finish(photo);
    world.bucket.delete(List.of(photo.key()));
    world.pass(Duration.ofHours(6).minusSeconds(1));

    assertThat(world.reconcile().orphansDeleted()).isZero();
    assertThat(world.bucket.keys("processed/")).isNotEmpty();
  }

  @Test
  void aTombstoneKeepsNothing() {
    SampleManifest photo = world.upload(photo());
    world.finish(photo);
    world.bucket.delete(List.of(photo.key()));
    Tombstone.put(world.bucket, photo.key());
    world.pass(World.LONG);

    assertThat(world.reconcile().orphansDeleted()).isEqualTo(1);
    assertThat(world.bucket.keys("processed/")).isEmpty();
  }

  @Test
  void whatAKilledWorkerLeftWithoutAResultGoes() {
    world.put(new ProcessedKey(Owner.LOCAL, ID, "large-0123456789-abcdef.jpg").key(), "x");
    world.put(new ProcessedKey(new Owner("_ann"), ID, "large-0123456789-abcdef.jpg").key(), "x");
    world.pass(World.LONG);

    assertThat(world.reconcile().orphansDeleted()).isEqualTo(2);
    assertThat(world.bucket.keys("processed/")).isEmpty();
  }

  @Test
  void whatAKilledWorkerMadeOfADroppedFileStaysForItsNextTry() {
    world.put(KEY, "a picture");
    String output = new ProcessedKey(Owner.LOCAL, DROPPED, "large-0123456789-abcdef.jpg").key();
    world.put(output, "x");
    world.pass(World.LONG);

    assertThat(world.reconcile()).isEqualTo(new Report(1, 1, 0, 0, 0, true));
    assertThat(world.bucket.head(output)).isPresent();

    world.bucket.delete(List.of(KEY));
    assertThat(world.reconcile().orphansDeleted()).isEqualTo(1);
    assertThat(world.bucket.keys("processed/")).isEmpty();
    assertThat(world.bucket.keys("reconcile/sent/")).isEmpty();
  }

  @Test
  void theResultOfADroppedFileStaysAsLongAsTheFile() {
    world.put(KEY, "a picture");
    SampleManifest photo = world.upload(photo());
    world.bucket.delete(List.of(photo.key()));
    String etag = world.bucket.head(KEY).orElseThrow().etag();
    String json =
        new String(ManifestJson.write(photo.build()), UTF_8)
            .replace(photo.key(), KEY)
            .replace(photo.etag(), etag)
            .replace(ID.value(), DROPPED.value());
    world.put(ProcessedKey.manifest(Owner.LOCAL, DROPPED).key(), json);
    world.pass(World.LONG);

    assertThat(world.reconcile()).isEqualTo(new Report(1, 0, 0, 1, 0, true));
    world.bucket.delete(List.of(KEY));
    assertThat(world.reconcile().orphansDeleted()).isEqualTo(1);
  }

  @Test
  void theWorkOnTheStreamOfADeletedVideoGoes() {
    SampleManifest film = world.upload(film());
    var work = new WorkFolder(world.bucket, Owner.LOCAL, ID, World.generation(film));
    work.open(film.build(), Plans.ofTwoSegments(film));
    world.bucket.delete(List.of(film.key()));
    world.pass(World.LONG);

    assertThat(world.reconcile().orphansDeleted()).isEqualTo(1);
    assertThat(world.bucket.keys("processed/")).isEmpty();
  }

  @Test
  void aManifestThatNobodyCanReadGoesWithItsOriginal() {
    world.bucket.put(World.manifest().key(), PutOptions.json(), new byte[] {'{'});
    world.pass(World.LONG);

    assertThat(world.reconcile().orphansDeleted()).isEqualTo(1);
    assertThat(world.bucket.keys("processed/")).isEmpty();
  }
}
