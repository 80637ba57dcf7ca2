package dev.darkroom.reconcile;

import static dev.darkroom.stage.store.SampleManifest.photo;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.MediaId;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.store.ForwardingObjectStore;
import dev.darkroom.stage.store.ObjectInfo;
import dev.darkroom.stage.store.ObjectPage;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.stage.store.Read;
import dev.darkroom.stage.store.SampleManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** The way through a bucket of any size. */
final class PassTest {
  private static final int UPLOADS = 2500;

  private final World world = new World();

  private void uploadMany() {
    var random = new Random(1);
    for (int i = 0; i < UPLOADS; i++) {
      String owner = i % 3 == 0 ? "_ann" : i % 3 == 1 ? "_ann-b" : "local";
      String kind = i % 5 == 0 ? "video" : "image";
      var id = MediaId.next(Instant.ofEpochMilli(i * 1000L), random);
      world.put("originals/" + kind + "/" + owner + "/" + id + "/x", "x");
    }
    for (int i = 0; i < 50; i++) {
      world.put("originals/image/holiday/" + i + ".jpg", "x");
    }
    world.pass(World.LONG);
  }

  @Test
  void everyUploadIsFoundOnceInOnePass() {
    uploadMany();

    assertThat(world.reconcile()).isEqualTo(new Report(UPLOADS + 50, UPLOADS + 50, 0, 0, 0, true));
    assertThat(world.sent.stream().map(it -> it.event().key()).distinct().count())
        .isEqualTo(UPLOADS + 50);
  }

  @Test
  void manyShortRunsFindWhatOneLongRunFinds() {
    uploadMany();
    long resent = 0;
    int runs = 0;
    boolean complete = false;
    while (!complete) {
      Report report =
          world
              .reconciliation(new TimeUp(world.store))
              .run(Optional.empty(), Deadline.after(Duration.ofHours(1)));
      resent += report.resent();
      complete = report.complete();
      runs++;
      assertThat(runs).isLessThan(UPLOADS);
    }

    assertThat(runs).isGreaterThan(3);
    assertThat(resent).isEqualTo(UPLOADS + 50);
    assertThat(world.sent).hasSize(UPLOADS + 50);
  }

  /** A store that lets a run's time be up after some pages. */
  private static final class TimeUp extends ForwardingObjectStore {
    private int pages;

    TimeUp(ObjectStore store) {
      super(store);
    }

    @Override
    public ObjectPage objects(String prefix, String after, int limit) {
      if (++pages > 8) {
        TimeUp.<RuntimeException>sneaky(new TimeoutException("enough"));
      }
      return super.objects(prefix, after, Math.min(limit, 100));
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Exception> void sneaky(Exception e) throws E {
      throw (E) e;
    }
  }

  @Test
  void whatWasSeenInOrderIsNotReadAgain() {
    SampleManifest photo = world.upload(photo());
    world.finish(photo);
    world.announce();
    world.pass(World.LONG);
    world.reconcile();
    world.store.taken("get");
    world.store.taken("list");
    world.pass(Duration.ofHours(1));

    assertThat(world.reconcile()).isEqualTo(new Report(1, 0, 0, 0, 0, true));
    // The cursor.
    assertThat(world.store.taken("get")).isEqualTo(1);
    assertThat(world.store.taken("head")).isZero();
    assertThat(world.store.taken("list")).isEqualTo(6);
  }

  @Test
  void whatChangedSinceIsReadAgain() {
    SampleManifest photo = world.upload(photo());
    world.finish(photo);
    world.announce();
    world.pass(World.LONG);
    world.reconcile();
    world.finish(photo.withRequestedAt(world.now()));
    world.pass(Duration.ofHours(1));

    assertThat(world.reconcile().reannounced()).isEqualTo(1);
  }

  @Test
  void anUploadThatCannotBeReadStopsNoOther() {
    world.upload(photo());
    world.put("originals/image/dropped.jpg", "x");
    world.pass(World.LONG);
    var broken =
        new ForwardingObjectStore(world.store) {
          @Override
          public Optional<ObjectInfo> head(String key) {
            if (key.equals(photo().key())) {
              throw new IllegalStateException("no answer");
            }
            return super.head(key);
          }
        };

    Report report =
        world.reconciliation(broken).run(Optional.empty(), Deadline.after(Duration.ofHours(1)));

    assertThat(report).isEqualTo(new Report(2, 1, 0, 0, 1, true));
    assertThat(world.onlySent("image").key()).isEqualTo("originals/image/dropped.jpg");
  }

  @Test
  void aCursorThatNobodyCanReadCountsAsNone() {
    world.upload(photo());
    world.pass(World.LONG);
    for (String cursor : new String[] {"null", "{", "[]", "{\"pass\":{}}", "{\"examined\":{}}"}) {
      world.put("reconcile/cursor.json", cursor);
      assertThat(world.reconcile().scanned()).as(cursor).isEqualTo(1);
      assertThat(new String(bytes("reconcile/cursor.json"), UTF_8)).contains("examined");
    }
  }

  private byte[] bytes(String key) {
    try (var opened = (Read.Opened) world.bucket.openLatest(key)) {
      return opened.body().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void ofTwoRunsThatOverlapTheFirstToEndMovesTheCursor() {
    world.upload(photo());
    world.pass(World.LONG);
    var overtaken =
        new ForwardingObjectStore(world.store) {
          private boolean done;

          @Override
          public ObjectPage objects(String prefix, String after, int limit) {
            if (!done) {
              done = true;
              world.reconcile();
              world.bucket.put("reconcile/cursor.json", PutOptions.json(), new byte[] {'{', '}'});
            }
            return super.objects(prefix, after, limit);
          }
        };

    Report report =
        world.reconciliation(overtaken).run(Optional.empty(), Deadline.after(Duration.ofHours(1)));

    assertThat(report).isEqualTo(new Report(1, 0, 0, 0, 0, true));
    assertThat(world.sent).hasSize(1);
    assertThat(bytes("reconcile/cursor.json")).hasSize(2);
  }
}
