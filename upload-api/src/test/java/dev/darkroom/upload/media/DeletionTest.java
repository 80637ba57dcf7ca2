package dev.darkroom.upload.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.contract.FileName;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.contract.TicketKey;
import dev.darkroom.contract.WorkKey;
import dev.darkroom.contract.stream.StreamTask;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.store.ForwardingObjectStore;
import dev.darkroom.stage.store.InMemoryObjectStore;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.stage.store.Write;
import dev.darkroom.stage.stream.WorkFinder;
import dev.darkroom.stage.stream.WorkFolder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeletionTest {
  @Test
  void nothingOfAnUploadIsLeft() {
    var fixture = new Fixture();
    MediaId id = fixture.samples.completed(MediaKind.IMAGE, 1);

    assertThat(delete(fixture, id)).isTrue();

    assertThat(fixture.store.keys("")).isEmpty();
  }

  @Test
  void nothingOfARequestToProcessItAgainIsLeft() {
    var fixture = new Fixture();
    MediaId id = fixture.samples.completed(MediaKind.IMAGE, 1);
    JobEvent request = JobEvent.written("media", "key", "etag", null, Samples.NOW);
    String note = new TicketKey(fixture.ada, id).request(request.etag(), Samples.NOW);
    fixture.store.put(note, PutOptions.json(), new byte[0]);

    assertThat(delete(fixture, id)).isTrue();

    assertThat(fixture.store.keys("")).isEmpty();
  }

  @Test
  void nothingOfAnUnreadableUploadIsLeft() {
    var fixture = new Fixture();
    MediaId id = fixture.samples.unreadable(MediaKind.VIDEO, 1);

    assertThat(delete(fixture, id)).isTrue();

    assertThat(fixture.store.keys("")).isEmpty();
  }

  @Test
  void theWorkOnAStreamEndsBeforeItsPartsAreDeleted() {
    var bucket = new InMemoryObjectStore();
    MediaId id = new Fixture(bucket).samples.processing(1, 2);
    var deleted = new ArrayList<String>();
    var recording =
        new ForwardingObjectStore(bucket) {
          @Override
          public void delete(Collection<String> keys) {
            super.delete(keys);
            if (keys.stream().anyMatch(key -> key.contains("/unfinished/"))) {
              deleted.add(String.join(" ", keys));
            }
          }
        };

    assertThat(delete(new Fixture(recording), id)).isTrue();

    assertThat(deleted.getFirst()).endsWith("/plan.json").doesNotContain(" ");
    assertThat(bucket.keys("")).isEmpty();
  }

  @Test
  void aPartThatIsWrittenDuringADeletionGoesToo() {
    var bucket = new InMemoryObjectStore();
    Samples samples = new Fixture(bucket).samples;
    OriginalKey original = samples.original(MediaKind.VIDEO, samples.id(1));
    WorkFolder work = samples.work(original, null, 1);
    ObjectStore busy =
        beforeDeletionOf(
            work.key(WorkKey.PLAN),
            bucket,
            () -> work.put(new StreamTask.Segment(1), new byte[1], List.of()));

    assertThat(delete(new Fixture(busy), original.id())).isTrue();
    work.put(new StreamTask.Sound(), new byte[1], List.of());

    assertThat(bucket.keys("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aDroppedFileGoesWithTheWorkOnItsStreamEvenIfThatHasEnded(boolean underWay) {
    var fixture = new Fixture();
    OriginalKey dropped = OriginalKey.parse("originals/video/dropped.mkv").orElseThrow();
    fixture.store.put(dropped.key(), PutOptions.json(), new byte[1]);
    WorkFolder work = new Samples(fixture.store, Owner.LOCAL).work(dropped, null, 1);
    if (!underWay) {
      work.abandon();
    }

    assertThat(deletion(fixture).delete(Owner.LOCAL, dropped.id())).isTrue();

    assertThat(fixture.store.keys("")).isEmpty();
  }

  @Test
  void aDroppedFileOfAnUnreadableManifestGoesToo() {
    var fixture = new Fixture();
    OriginalKey dropped = OriginalKey.parse("originals/image/dropped.jpg").orElseThrow();
    fixture.store.put(dropped.key(), PutOptions.json(), new byte[1]);
    String json = "{\"schema\": 2, \"original\": {\"key\": \"" + dropped.key() + "\"}}";
    String manifest = ProcessedKey.manifest(Owner.LOCAL, dropped.id()).key();
    fixture.store.put(manifest, PutOptions.json(), json.getBytes(UTF_8));

    assertThat(deletion(fixture).delete(Owner.LOCAL, dropped.id())).isTrue();

    assertThat(fixture.store.keys("")).isEmpty();
  }

  @Test
  void anUnreadableManifestCannotNameAnotherUploadsOriginal() {
    var fixture = new Fixture();
    OriginalKey dropped = OriginalKey.parse("originals/image/dropped.jpg").orElseThrow();
    String another = "originals/image/another.jpg";
    fixture.store.put(another, PutOptions.json(), new byte[1]);
    String json = "{\"schema\": 2, \"original\": {\"key\": \"" + another + "\"}}";
    String manifest = ProcessedKey.manifest(Owner.LOCAL, dropped.id()).key();
    fixture.store.put(manifest, PutOptions.json(), json.getBytes(UTF_8));

    assertThat(deletion(fixture).delete(Owner.LOCAL, dropped.id())).isTrue();

    assertThat(fixture.store.keys("")).containsExactly(another);
  }

  @Test
  void anUnreadableManifestCannotNameAnotherOwnersOriginal() {
    var fixture = new Fixture();
    MediaId id = fixture.samples.unreadable(MediaKind.IMAGE, 1);
    String eves = OriginalKey.prefix(MediaKind.IMAGE, Owner.ofSubject("eve")) + id + "/a.jpg";
    fixture.store.put(eves, PutOptions.json(), new byte[1]);
    String json = "{\"schema\": 2, \"original\": {\"key\": \"" + eves + "\"}}";
    String manifest = ProcessedKey.manifest(fixture.ada, id).key();
    fixture.store.put(manifest, PutOptions.json(), json.getBytes(UTF_8));

    assertThat(delete(fixture, id)).isTrue();

    assertThat(fixture.store.keys("")).containsExactly(eves);
  }

  @Test
  void aDeletionThatWasCutOffCanBeRepeated() {
    var bucket = new InMemoryObjectStore();
    String key = "originals/image/dropped.jpg";
    bucket.put(key, PutOptions.json(), new byte[1]);
    OriginalKey dropped = OriginalKey.parse(key).orElseThrow();
    new Samples(bucket, Owner.LOCAL).commit(MediaKind.IMAGE, dropped.id(), dropped, null);
    ObjectStore cutOff =
        beforeDeletionOf(
            key,
            bucket,
            () -> {
              throw new IllegalStateException("the function's time is up");
            });

    assertThatThrownBy(() -> deletion(new Fixture(cutOff)).delete(Owner.LOCAL, dropped.id()))
        .hasMessage("the function's time is up");
    assertThat(deletion(new Fixture(bucket)).delete(Owner.LOCAL, dropped.id())).isTrue();

    assertThat(bucket.keys("")).isEmpty();
  }

  @Test
  void aFileThatIsDroppedDuringItsDeletionGoesToo() {
    var bucket = new InMemoryObjectStore();
    String key = "originals/image/dropped.jpg";
    bucket.put(key, PutOptions.json(), new byte[1]);
    OriginalKey dropped = OriginalKey.parse(key).orElseThrow();
    new Samples(bucket, Owner.LOCAL).commit(MediaKind.IMAGE, dropped.id(), dropped, null);
    String manifest = ProcessedKey.manifest(Owner.LOCAL, dropped.id()).key();
    ObjectStore busy =
        beforeDeletionOf(manifest, bucket, () -> bucket.put(key, PutOptions.json(), new byte[2]));

    assertThat(deletion(new Fixture(busy)).delete(Owner.LOCAL, dropped.id())).isTrue();

    assertThat(bucket.keys("")).isEmpty();
  }

  @Test
  void aTicketThatNamesNoKeyIsDeletedAsItIs() {
    var fixture = new Fixture();
    MediaId id = fixture.samples.completed(MediaKind.IMAGE, 1);
    fixture.store.put(new TicketKey(fixture.ada, id).key(), PutOptions.text(), new byte[0]);

    assertThat(delete(fixture, id)).isTrue();

    assertThat(fixture.store.keys("")).isEmpty();
  }

  @Test
  void aDeletedUploadIsAwaitedNoMore() {
    var fixture = new Fixture();
    MediaId id = fixture.samples.completed(MediaKind.IMAGE, 1);
    OriginalKey original = fixture.samples.original(MediaKind.IMAGE, id);
    fixture.tickets.open(original);

    assertThat(delete(fixture, id)).isTrue();

    assertThat(fixture.finder.find(fixture.ada, id)).isInstanceOf(MediaState.Unknown.class);
    assertThat(fixture.store.keys("")).isEmpty();
    assertThat(delete(fixture, id)).isFalse();
  }

  @Test
  void anUploadThatComesAfterItsDeletionIsRefused() {
    var fixture = new Fixture();
    MediaId id = fixture.samples.id(1);
    String key = OriginalKey.of(MediaKind.IMAGE, fixture.ada, id, new FileName("a.jpg")).key();
    fixture.tickets.open(OriginalKey.parse(key).orElseThrow());

    assertThat(delete(fixture, id)).isTrue();

    assertThat(fixture.store.putIfAbsent(key, PutOptions.rendition("image/jpeg"), new byte[1]))
        .isEqualTo(new Write.Lost());
    assertThat(fixture.finder.find(fixture.ada, id)).isInstanceOf(MediaState.Unknown.class);
    assertThat(delete(fixture, id)).isFalse();
  }

  @Test
  void anUploadThatArrivesDuringItsDeletionGoesToo() {
    var bucket = new InMemoryObjectStore();
    var samples = new Samples(bucket, Owner.ofSubject("ada"));
    MediaId id = samples.id(1);
    OriginalKey original =
        OriginalKey.of(MediaKind.IMAGE, Owner.ofSubject("ada"), id, new FileName("a.jpg"));
    var fixture =
        new Fixture(
            new ForwardingObjectStore(bucket) {
              private boolean arrived;

              @Override
              public Write putIfAbsent(String key, PutOptions options, byte[] bytes) {
                if (!arrived) {
                  arrived = true;
                  bucket.put(key, PutOptions.rendition("image/jpeg"), new byte[1]);
                }
                return super.putIfAbsent(key, options, bytes);
              }
            });
    fixture.tickets.open(original);

    assertThat(delete(fixture, id)).isTrue();

    assertThat(bucket.original(original.key())).isEmpty();
  }

  @Test
  void whatIsNotThereCannotBeDeletedAndASecondTimeThereIsNothing() {
    var fixture = new Fixture();
    MediaId id = fixture.samples.queued(MediaKind.VIDEO, 1);

    assertThat(delete(fixture, id)).isTrue();
    assertThat(delete(fixture, id)).isFalse();
  }

  @Test
  void anOriginalThatLiesElsewhereGoesToo() {
    var fixture = new Fixture();
    fixture.store.put("originals/image/dropped.jpg", PutOptions.json(), new byte[1]);
    OriginalKey dropped = OriginalKey.parse("originals/image/dropped.jpg").orElseThrow();
    var local = new Samples(fixture.store, Owner.LOCAL);
    local.commit(MediaKind.IMAGE, dropped.id(), dropped, null);

    assertThat(deletion(fixture).delete(Owner.LOCAL, dropped.id())).isTrue();

    assertThat(fixture.store.keys("")).isEmpty();
  }

  @Test
  void whatWasDroppedOverADroppedFileIsTheSameUploadAndGoesToo() {
    var fixture = new Fixture();
    String key = "originals/image/dropped.jpg";
    fixture.store.put(key, PutOptions.json(), new byte[1]);
    OriginalKey replaced = OriginalKey.parse(key).orElseThrow();
    new Samples(fixture.store, Owner.LOCAL).commit(MediaKind.IMAGE, replaced.id(), replaced, null);
    fixture.store.put(key, PutOptions.json(), new byte[2]);

    assertThat(deletion(fixture).delete(Owner.LOCAL, replaced.id())).isTrue();

    assertThat(fixture.store.keys("")).isEmpty();
  }

  @Test
  void othersUploadsStay() {
    var fixture = new Fixture();
    var eve = new Samples(fixture.store, Owner.ofSubject("eve"));
    MediaId id = eve.completed(MediaKind.IMAGE, 1);

    assertThat(delete(fixture, id)).isFalse();

    assertThat(fixture.store.keys("")).hasSize(4);
  }

  @Test
  void whatAWorkerCommitsInBetweenGoesToo() {
    var bucket = new InMemoryObjectStore();
    var worker = new Samples(bucket, Owner.ofSubject("ada"));
    MediaId id = worker.queued(MediaKind.IMAGE, 1);
    OriginalKey original = OriginalKey.parse(bucket.keys("originals/").getFirst()).orElseThrow();
    ObjectStore busy =
        beforeDeletionOf(
            original.key(), bucket, () -> worker.commit(MediaKind.IMAGE, id, original, null));

    assertThat(delete(new Fixture(busy), id)).isTrue();

    assertThat(bucket.keys("")).isEmpty();
  }

  private static boolean delete(Fixture fixture, MediaId id) {
    return deletion(fixture).delete(fixture.ada, id);
  }

  private static Deletion deletion(Fixture fixture) {
    return new Deletion(
        fixture.store, fixture.originals, fixture.tickets, new WorkFinder(fixture.store));
  }

  /** The store, in which something happens just before a key is deleted. */
  private static ObjectStore beforeDeletionOf(String key, ObjectStore store, Runnable happening) {
    return (ObjectStore)
        Proxy.newProxyInstance(
            ObjectStore.class.getClassLoader(),
            new Class<?>[] {ObjectStore.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("delete")
                  && ((Collection<?>) arguments[0]).contains(key)) {
                happening.run();
              }
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
