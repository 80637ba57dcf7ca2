package dev.darkroom.upload.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.WorkKey;
import dev.darkroom.contract.stream.StreamTask;
import dev.darkroom.stage.store.ForwardingObjectStore;
import dev.darkroom.stage.store.InMemoryObjectStore;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.stage.store.Read;
import dev.darkroom.stage.stream.WorkFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkFinderTest {
  private final Fixture fixture = new Fixture();
  private final Samples ada = fixture.samples;

  @Test
  void anUploadWhoseStreamIsMadeIsProcessing() {
    MediaState.Processing found = processing(ada.processing(60, 1));

    assertThat(found.progress()).isEqualTo(new MediaState.Progress(1, 3));
    assertThat(found.draft().renditions()).hasSize(1);
  }

  @Test
  void theSoundIsAPartToo() {
    OriginalKey original = original();
    WorkFolder folder = ada.work(original, null, 2);
    folder.put(new StreamTask.Sound(), new byte[1], List.of());

    assertThat(processing(original.id()).progress()).isEqualTo(new MediaState.Progress(3, 3));
  }

  @Test
  void theNewestOfSeveralRequestsCounts() {
    OriginalKey original = original();
    ada.work(original, Samples.NOW.plusSeconds(60), 2);
    ada.work(original, null, 0);
    ada.work(original, Samples.NOW, 1);

    assertThat(processing(original.id()).progress().done()).isEqualTo(2);
  }

  @Test
  void workThatIsEndedOrOnAnOriginalThatWasReplacedDoesNotCount() {
    OriginalKey ended = original();
    WorkFolder folder = ada.work(ended, null, 1);
    fixture.store.delete(List.of(folder.key(WorkKey.PLAN)));
    OriginalKey replaced = original();
    ada.work(replaced, null, 1);
    fixture.store.put(replaced.key(), PutOptions.json(), new byte[9]);

    assertThat(find(ended.id())).isInstanceOf(MediaState.Queued.class);
    assertThat(find(replaced.id())).isInstanceOf(MediaState.Queued.class);
  }

  @Test
  void aPlanOrDraftThatCannotBeReadIsPassedOver() {
    OriginalKey readable = original();
    WorkFolder folder = ada.work(readable, null, 1);
    put(new WorkKey(fixture.ada, readable.id(), "zz", WorkKey.PLAN).key(), "{\"schema\": 2}");
    put(new WorkKey(fixture.ada, readable.id(), "zz", "draft.json").key(), "null");
    assertThat(processing(readable.id()).progress().done()).isEqualTo(1);

    for (String damaged : List.of("", "{\"schema\": 2}", "[]", "null")) {
      put(folder.key(WorkKey.PLAN), damaged);
      assertThat(find(readable.id())).as(damaged).isInstanceOf(MediaState.Queued.class);
    }
  }

  @Test
  void aDraftOfAnotherUploadIsPassedOver() {
    OriginalKey other = original();
    WorkFolder foreign = ada.work(other, null, 1);
    MediaId id = ada.queued(MediaKind.VIDEO, 5);
    String generation = WorkKey.parse(foreign.key(WorkKey.PLAN)).orElseThrow().generation();
    for (String name : List.of(WorkKey.PLAN, "draft.json")) {
      put(new WorkKey(fixture.ada, id, generation, name).key(), text(foreign.key(name)));
    }

    assertThat(find(id)).isInstanceOf(MediaState.Queued.class);
  }

  @Test
  void whatWasDroppedElsewhereIsFoundByItsWork() {
    String key = "originals/video/holiday/dropped.mkv";
    fixture.store.put(key, PutOptions.json(), new byte[1]);
    OriginalKey dropped = OriginalKey.parse(key).orElseThrow();
    new Samples(fixture.store, Owner.LOCAL).work(dropped, null, 0);

    assertThat(fixture.finder.find(Owner.LOCAL, dropped.id()))
        .isInstanceOf(MediaState.Processing.class);
  }

  @Test
  void aManifestThatAppearsMeanwhileIsTheAnswer() {
    var bucket = new InMemoryObjectStore();
    OriginalKey original = new Fixture(bucket).samples.original(MediaKind.VIDEO, ada.id(60));
    WorkFolder folder = new Fixture(bucket).samples.work(original, null, 2);
    var finishing =
        new ForwardingObjectStore(bucket) {
          private boolean finished;

          @Override
          public List<String> keys(String prefix) {
            if (!finished && prefix.startsWith("originals/")) {
              finished = true;
              new Fixture(bucket).samples.commit(MediaKind.VIDEO, original.id(), original, null);
              folder.close();
            }
            return super.keys(prefix);
          }
        };

    assertThat(new Fixture(finishing).finder.find(fixture.ada, original.id()))
        .isInstanceOf(MediaState.Processed.class);
  }

  @Test
  void anUploadWithAManifestCostsOneRead() {
    MediaId id = ada.completed(MediaKind.VIDEO, 1);
    var calls = new ArrayList<String>();
    var counting =
        new ForwardingObjectStore(fixture.store) {
          @Override
          public Read openLatest(String key) {
            calls.add("get");
            return super.openLatest(key);
          }

          @Override
          public List<String> keys(String prefix) {
            calls.add("list");
            return super.keys(prefix);
          }
        };

    new Fixture(counting).finder.find(fixture.ada, id);

    assertThat(calls).containsExactly("get");
  }

  private OriginalKey original() {
    return ada.original(MediaKind.VIDEO, ada.id(60));
  }

  private void put(String key, String text) {
    fixture.store.put(key, PutOptions.json(), text.getBytes(UTF_8));
  }

  private String text(String key) {
    try (var opened = (Read.Opened) fixture.store.openLatest(key)) {
      return new String(opened.body().readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private MediaState.Processing processing(MediaId id) {
    assertThat(find(id)).isInstanceOf(MediaState.Processing.class);
    return (MediaState.Processing) find(id);
  }

  private MediaState find(MediaId id) {
    return fixture.finder.find(fixture.ada, id);
  }
}
