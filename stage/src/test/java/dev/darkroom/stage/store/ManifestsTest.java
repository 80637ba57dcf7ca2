package dev.darkroom.stage.store;

import static dev.darkroom.stage.store.SampleManifest.ID;
import static dev.darkroom.stage.store.SampleManifest.OWNER;
import static dev.darkroom.stage.store.SampleManifest.UPLOADED_AT;
import static dev.darkroom.stage.store.SampleManifest.photo;
import static dev.darkroom.stage.store.SampleManifest.rendition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.contract.Rendition;
import dev.darkroom.stage.store.Manifests.Commit;
import dev.darkroom.stage.store.Manifests.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

final class ManifestsTest {
  private static final ProcessedKey KEY = ProcessedKey.manifest(OWNER, ID);

  private final InMemoryObjectStore store = new InMemoryObjectStore();
  private final Manifests manifests = new Manifests(store);

  @Test
  void whatWasCommittedIsFound() {
    assertThat(manifests.find(OWNER, ID)).isEmpty();

    assertThat(manifests.commit(photo().build())).isEqualTo(new Commit.Committed());

    assertThat(current()).isEqualTo(photo().build());
    assertThat(store.head(KEY.key()))
        .hasValueSatisfying(info -> assertThat(info.contentType()).isEqualTo("application/json"));
  }

  @Test
  void anEventFindsTheManifestItAnnouncesAndNoOther() {
    manifests.commit(photo().build());
    String announced = manifests.find(OWNER, ID).orElseThrow().etag();
    assertThat(manifests.find(KEY, announced)).map(Stored::manifest).contains(photo().build());

    manifests.commit(photo().withRequestedAt(UPLOADED_AT.plusSeconds(60)).build());
    assertThat(manifests.find(KEY, announced)).isEmpty();

    store.delete(List.of(KEY.key()));
    assertThat(manifests.find(KEY, announced)).isEmpty();
  }

  @Test
  void anOlderResultIsToldWhichOneStays() {
    Manifest newer = photo().withContent("e2", "0B", UPLOADED_AT.plusSeconds(1)).build();
    manifests.commit(newer);

    assertThat(manifests.commit(photo().build())).isEqualTo(new Commit.Outdated(newer));
    assertThat(current()).isEqualTo(newer);
  }

  @Test
  void renditionsThatOnlyTheReplacedManifestNamedAreDeleted() {
    Rendition kept = rendition("thumb", 160, 120, 1);
    Rendition stale = rendition("huge", 4000, 3000, 2);
    Rendition added = rendition("large", 1920, 1440, 3);
    List.of(kept, stale, added)
        .forEach(output -> store.put(output.key(), PutOptions.json(), new byte[1]));
    manifests.commit(photo().withRenditions(List.of(kept, stale)).build());

    manifests.commit(
        photo()
            .withRequestedAt(UPLOADED_AT.plusSeconds(60))
            .withRenditions(List.of(kept, added))
            .build());

    assertThat(store.keys(ProcessedKey.prefix(OWNER, ID)))
        .containsExactlyInAnyOrder(kept.key(), added.key(), KEY.key());
  }

  @Test
  void aResultThatNamesOutputsOfAnEarlierOneReplacesNoOther() {
    Rendition shared = rendition("thumb", 160, 120, 1);
    manifests.commit(photo().withRenditions(List.of(shared)).build());
    Optional<Stored> basis = manifests.find(OWNER, ID);
    SampleManifest next = photo().withRequestedAt(UPLOADED_AT.plusSeconds(60));

    Manifest other = next.withRenditions(List.of()).build();
    manifests.commit(other);
    Manifest late =
        next.withRequestedAt(UPLOADED_AT.plusSeconds(90)).withRenditions(List.of(shared)).build();

    assertThatExceptionOfType(ReplacedBasisException.class)
        .isThrownBy(() -> manifests.commit(late, basis));
    assertThat(current()).isEqualTo(other);
  }

  @Test
  void aResultThatNamesOutputsOfTheCurrentOneReplacesItAndTheyStay() {
    Rendition shared = rendition("thumb", 160, 120, 1);
    store.put(shared.key(), PutOptions.json(), new byte[1]);
    manifests.commit(photo().withRenditions(List.of(shared)).build());
    Manifest next =
        photo()
            .withRequestedAt(UPLOADED_AT.plusSeconds(60))
            .withRenditions(List.of(shared))
            .build();

    assertThat(manifests.commit(next, manifests.find(OWNER, ID))).isEqualTo(new Commit.Committed());
    assertThat(store.head(shared.key())).isPresent();
  }

  @Test
  void whatKilledAttemptsAtTheReplacedVersionLeftGoesToo() {
    Manifest gaveUp = photo().gaveUp().build();
    manifests.commit(gaveUp);
    String left = left(gaveUp);

    manifests.deleteUnnamed(original(photo()), Version.of(photo().build()));
    assertThat(store.head(left)).as("another attempt may still succeed").isPresent();

    manifests.commit(photo().withRequestedAt(UPLOADED_AT.plusSeconds(60)).build());
    assertThat(store.head(left)).isEmpty();
  }

  @Test
  void whatIsLeftOfASettledVersionIsDeletedAndNothingElse() {
    Manifest settled = photo().build();
    manifests.commit(settled);
    String left = left(settled);
    String later = left(photo().withRequestedAt(UPLOADED_AT.plusSeconds(60)).build());

    manifests.deleteUnnamed(original(photo()), Version.of(settled));

    assertThat(store.head(left)).isEmpty();
    assertThat(store.head(later)).isPresent();
  }

  /** Stores an output that an attempt at the manifest's version made and no manifest names. */
  private String left(Manifest manifest) {
    String name = "large-0123456789-" + Version.of(manifest).generation() + ".jpg";
    String key = new ProcessedKey(OWNER, ID, name).key();
    store.put(key, PutOptions.json(), new byte[1]);
    return key;
  }

  @Test
  void anOriginalThatWasARenditionItselfIsNotDeleted() {
    Manifest completed = photo().build();
    String original = completed.original().key();
    var same = new Rendition("video", original, "video/mp4", 1920, 1080, 1);
    store.put(original, PutOptions.json(), new byte[1]);
    manifests.commit(photo().withRenditions(List.of(same)).build());

    manifests.commit(
        photo().withRequestedAt(UPLOADED_AT.plusSeconds(60)).withRenditions(List.of()).build());

    assertThat(store.head(original)).isPresent();
  }

  @RepeatedTest(20)
  void ofManyResultsForOneContentOneCommits() throws Exception {
    List<Commit> commits = race(i -> photo().withAttempt(i + 1).build());

    assertThat(commits).filteredOn(Commit.Committed.class::isInstance).hasSize(1);
    int winner = commits.indexOf(new Commit.Committed());
    assertThat(current()).isEqualTo(photo().withAttempt(winner + 1).build());
  }

  @RepeatedTest(20)
  void ofManyContentsTheNewestStays() throws Exception {
    race(
        i ->
            photo()
                .withContent("e" + i, "0" + Integer.toHexString(i), UPLOADED_AT.plusSeconds(i))
                .build());

    assertThat(current().original().etag()).isEqualTo("e7");
  }

  @Test
  void aLostRaceIsTriedAgainWithWhatIsThereThen() {
    var losing = new Losing(store, 3);

    assertThat(new Manifests(losing).commit(photo().build())).isEqualTo(new Commit.Committed());
    assertThat(losing.tries).isEqualTo(4);
  }

  @Test
  void racesLostForEverAreAnError() {
    var losing = new Losing(store, Integer.MAX_VALUE);

    assertThatIllegalStateException()
        .isThrownBy(() -> new Manifests(losing).commit(photo().build()))
        .withMessageContaining(KEY.key());
    assertThat(losing.tries).isLessThan(100);
  }

  @Test
  void aCommitWhoseAnswerWasLostKnowsItself() {
    var forgetful =
        new ForwardingObjectStore(store) {
          @Override
          public Write putIfMatch(String key, String etag, PutOptions options, byte[] bytes) {
            super.putIfMatch(key, etag, options, bytes);
            return super.putIfMatch(key, etag, options, bytes);
          }
        };
    Rendition stale = rendition("huge", 4000, 3000, 2);
    store.put(stale.key(), PutOptions.json(), new byte[1]);
    manifests.commit(photo().withRenditions(List.of(stale)).build());

    Manifest next = photo().withRequestedAt(UPLOADED_AT.plusSeconds(60)).build();

    assertThat(new Manifests(forgetful).commit(next)).isEqualTo(new Commit.Committed());
    assertThat(current()).isEqualTo(next);
    assertThat(store.head(stale.key())).isEmpty();
  }

  @Test
  void deletingOutputsTakesThoseTooThatAppearMeanwhile() {
    var busy =
        new ForwardingObjectStore(store) {
          private int late = 2;

          @Override
          public void delete(java.util.Collection<String> keys) {
            if (late-- > 0) {
              store.put(rendition("late" + late, 1, 1, 1).key(), PutOptions.json(), new byte[1]);
            }
            super.delete(keys);
          }
        };
    manifests.commit(photo().build());

    new Manifests(busy).deleteOutputs(OWNER, ID);

    assertThat(store.keys("processed/")).isEmpty();
  }

  @Test
  void outputsOfAnOriginalThatIsThereAreNoOrphans() {
    store.put(photo().key(), PutOptions.json(), new byte[1]);
    manifests.commit(photo().build());

    assertThat(manifests.deleteIfOrphaned(original(photo()))).isFalse();
    assertThat(store.head(KEY.key())).isPresent();
  }

  @Test
  void outputsOfAnOriginalThatIsGoneAreDeleted() {
    manifests.commit(photo().build());

    assertThat(manifests.deleteIfOrphaned(original(photo()))).isTrue();
    assertThat(store.keys("processed/")).isEmpty();
  }

  @Test
  void outputsOfAnotherOriginalWithTheSameIdStay() {
    manifests.commit(photo().withFileName("other.jpg").build());

    assertThat(manifests.deleteIfOrphaned(original(photo()))).isTrue();
    assertThat(store.head(KEY.key())).isPresent();
  }

  @Test
  void aFileDroppedAgainKeepsWhatItsWorkerWrites() {
    var dropping = new DroppingWhenListed(store);
    manifests.commit(photo().build());

    assertThat(new Manifests(dropping).deleteIfOrphaned(original(photo()))).isFalse();
    assertThat(store.head(KEY.key())).isPresent();
  }

  private static OriginalKey original(SampleManifest sample) {
    return new OriginalKey(MediaKind.IMAGE, OWNER, ID, sample.key(), sample.fileName());
  }

  private Manifest current() {
    return manifests.find(OWNER, ID).orElseThrow().manifest();
  }

  private interface Maker {
    Manifest manifest(int number);
  }

  private List<Commit> race(Maker maker) throws Exception {
    int writers = 8;
    var start = new CyclicBarrier(writers);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Commit>> tasks =
          IntStream.range(0, writers)
              .<Callable<Commit>>mapToObj(
                  i ->
                      () -> {
                        start.await();
                        return manifests.commit(maker.manifest(i));
                      })
              .toList();
      var commits = new ArrayList<Commit>();
      for (Future<Commit> commit : threads.invokeAll(tasks)) {
        commits.add(commit.get());
      }
      return commits;
    }
  }

  /** Has the original back as soon as somebody lists outputs. */
  private static final class DroppingWhenListed extends ForwardingObjectStore {
    DroppingWhenListed(ObjectStore store) {
      super(store);
    }

    @Override
    public List<String> keys(String prefix) {
      put(photo().key(), PutOptions.json(), new byte[1]);
      return super.keys(prefix);
    }
  }

  /** Says of its first writes that they lost, as S3 does while another write is going on. */
  private static final class Losing extends ForwardingObjectStore {
    private final int losses;
    private int tries;

    Losing(ObjectStore store, int losses) {
      super(store);
      this.losses = losses;
    }

    @Override
    public Write putIfAbsent(String key, PutOptions options, byte[] bytes) {
      tries++;
      return tries > losses ? super.putIfAbsent(key, options, bytes) : new Write.Lost();
    }
  }
}
