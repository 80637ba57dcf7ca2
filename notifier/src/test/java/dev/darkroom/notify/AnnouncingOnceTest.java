package dev.darkroom.notify;

import static dev.darkroom.stage.store.SampleManifest.ID;
import static dev.darkroom.stage.store.SampleManifest.OWNER;
import static dev.darkroom.stage.store.SampleManifest.UPLOADED_AT;
import static dev.darkroom.stage.store.SampleManifest.photo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.stage.announce.Markers;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.store.ForwardingObjectStore;
import dev.darkroom.stage.store.InMemoryObjectStore;
import dev.darkroom.stage.store.Manifests;
import dev.darkroom.stage.store.ObjectInfo;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.stage.store.Write;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

final class AnnouncingOnceTest {
  private static final ProcessedKey KEY = ProcessedKey.manifest(OWNER, ID);
  private static final String MARKER = new ProcessedKey(OWNER, ID, Markers.NAME).key();
  private static final Duration LIFETIME = Duration.ofSeconds(30);
  private static final Duration AFTER_ITS_DEATH = LIFETIME.plusSeconds(2);

  private final InMemoryObjectStore store = new InMemoryObjectStore();
  private final Manifests manifests = new Manifests(store);
  private final FakeTopic topic = new FakeTopic();
  private final StoppedClock clock = new StoppedClock();

  @BeforeEach
  void anUploadIsFinished() {
    manifests.commit(photo().build());
  }

  @Test
  void aManifestIsAnnounced() {
    announce(store, topic, event());

    assertThat(topic.published())
        .singleElement()
        .satisfies(told -> assertThat(told.subject()).isEqualTo("\"beach.jpg\" is ready"));
  }

  @Test
  void aRepeatedEventAnnouncesNothing() {
    announce(store, topic, event());
    announce(store, topic, event());
    clock.pass(Duration.ofDays(3));
    announce(store, topic, event());

    assertThat(topic.published()).hasSize(1);
  }

  @Test
  void aManifestMadeAgainIsAnnouncedAgain() {
    JobEvent first = event();
    announce(store, topic, first);
    processedAgain();
    announce(store, topic, event());
    announce(store, topic, first);
    announce(store, topic, event());

    assertThat(topic.published()).hasSize(2);
  }

  @Test
  void aManifestThatWasReplacedBeforeItsEventCameIsLeftToTheNextOnes() {
    JobEvent overtaken = event();
    processedAgain();

    announce(store, topic, overtaken);
    assertThat(topic.published()).isEmpty();

    announce(store, topic, event());
    assertThat(topic.published()).hasSize(1);
  }

  @Test
  void aDeletedUploadIsNotAnnounced() {
    JobEvent event = event();
    manifests.deleteOutputs(OWNER, ID);

    announce(store, topic, event);

    assertThat(topic.published()).isEmpty();
    assertThat(store.keys("")).isEmpty();
  }

  @Test
  void whereThePublishingFailsTheNextTryAnnounces() {
    Topic broken =
        notification -> {
          throw new IllegalStateException("no topic");
        };
    assertThatThrownBy(() -> announce(store, broken, event())).hasMessage("no topic");

    announce(store, topic, event());

    assertThat(topic.published()).hasSize(1);
  }

  @Test
  void whereTopicAndStoreFailTheTryAfterTheClaimsEndAnnounces() {
    var away = new BrokenMarking(store);
    Topic broken =
        notification -> {
          throw new IllegalStateException("no topic");
        };
    assertThatThrownBy(() -> announce(away, broken, event()))
        .hasMessage("no topic")
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));

    clock.pass(AFTER_ITS_DEATH);
    announce(store, topic, event());

    assertThat(topic.published()).hasSize(1);
  }

  @Test
  void aClaimIsLeftAloneWhileItsHolderMayLive() {
    dieAfterTheClaim();

    clock.pass(LIFETIME);
    assertThatExceptionOfType(AnnouncedElsewhereException.class)
        .isThrownBy(() -> announce(store, topic, event()));
    assertThat(topic.published()).isEmpty();
  }

  @Test
  void aClaimIsTakenOverOnceItsHolderIsDead() {
    dieAfterTheClaim();

    clock.pass(AFTER_ITS_DEATH);
    announce(store, topic, event());
    announce(store, topic, event());

    assertThat(topic.published()).hasSize(1);
  }

  @Test
  void theClaimOfAnOlderManifestIsTakenOverAtOnce() {
    dieAfterTheClaim();
    processedAgain();

    announce(store, topic, event());

    assertThat(topic.published()).hasSize(1);
  }

  @Test
  void onlyDyingBetweenPublishingAndMarkingAnnouncesTwice() {
    Topic last =
        notification -> {
          topic.publish(notification);
          throw new Died();
        };
    assertThatExceptionOfType(Died.class).isThrownBy(() -> announce(store, last, event()));

    clock.pass(AFTER_ITS_DEATH);
    announce(store, topic, event());
    announce(store, topic, event());

    assertThat(topic.published()).hasSize(2);
  }

  @Test
  void whatIsPublishedCountsThoughItCouldNotBeMarked() {
    announce(new BrokenMarking(store), topic, event());

    assertThat(topic.published()).hasSize(1);
  }

  @Test
  void aClaimWhoseAnswerWasLostIsOnesOwn() {
    var forgetful =
        new ForwardingObjectStore(store) {
          @Override
          public Write putIfAbsent(String key, PutOptions options, byte[] bytes) {
            super.putIfAbsent(key, options, bytes);
            return new Write.Lost();
          }
        };

    announce(forgetful, topic, event());

    assertThat(topic.published()).hasSize(1);
  }

  @Test
  void aDeletionDuringTheClaimLeavesNoMarkerAndNothingIsAnnounced() {
    var deleting =
        new ForwardingObjectStore(store) {
          @Override
          public Write putIfAbsent(String key, PutOptions options, byte[] bytes) {
            manifests.deleteOutputs(OWNER, ID);
            return super.putIfAbsent(key, options, bytes);
          }
        };

    announce(deleting, topic, event());

    assertThat(topic.published()).isEmpty();
    assertThat(store.keys("")).isEmpty();
  }

  @Test
  void aDeletionDuringThePublishingLeavesNoMarker() {
    Topic slow =
        notification -> {
          topic.publish(notification);
          manifests.deleteOutputs(OWNER, ID);
        };

    announce(store, slow, event());

    assertThat(store.keys("")).isEmpty();
  }

  @Test
  void theMarkerOfADeletedUploadWhoseClaimantDiedGoesWithTheNextTry() {
    JobEvent event = event();
    var dying =
        new ForwardingObjectStore(store) {
          @Override
          public Write putIfAbsent(String key, PutOptions options, byte[] bytes) {
            manifests.deleteOutputs(OWNER, ID);
            super.putIfAbsent(key, options, bytes);
            throw new Died();
          }
        };
    assertThatExceptionOfType(Died.class).isThrownBy(() -> announce(dying, topic, event));
    assertThat(store.keys("")).containsExactly(MARKER);

    announce(store, topic, event);

    assertThat(store.keys("")).isEmpty();
  }

  @Test
  void aReplacementDuringTheClaimIsAnnouncedByItsOwnEventOnly() {
    JobEvent first = event();
    var overtaken =
        new ForwardingObjectStore(store) {
          @Override
          public Write putIfAbsent(String key, PutOptions options, byte[] bytes) {
            processedAgain();
            return super.putIfAbsent(key, options, bytes);
          }
        };

    announce(overtaken, topic, first);
    assertThat(topic.published()).isEmpty();

    announce(store, topic, event());
    assertThat(topic.published()).hasSize(1);
  }

  @Test
  void aSlowAnnouncementOfAnOlderManifestDoesNotMakeTheNewerOneComeTwice() {
    JobEvent older = event();
    var slow =
        new ForwardingObjectStore(store) {
          @Override
          public Write putIfAbsent(String key, PutOptions options, byte[] bytes) {
            processedAgain();
            announce(store, topic, event());
            return super.putIfAbsent(key, options, bytes);
          }
        };

    announce(slow, topic, older);
    announce(store, topic, event());

    assertThat(topic.published()).hasSize(1);
  }

  @RepeatedTest(50)
  void ofTwoWhoAreToldOneAnnounces() throws Exception {
    JobEvent event = event();
    var start = new CyclicBarrier(2);
    Callable<String> notifier =
        () -> {
          start.await();
          try {
            announce(store, topic, event);
            return "acknowledged";
          } catch (AnnouncedElsewhereException e) {
            return "later";
          }
        };
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(List.of(notifier, notifier));
    }

    assertThat(topic.published()).hasSize(1);
  }

  private void announce(ObjectStore in, Topic to, JobEvent event) {
    var writer = new NotificationWriter(new Mail(Optional.empty()));
    new Announcer(in, writer, to, clock).announce(KEY, event, LIFETIME);
  }

  private void processedAgain() {
    Manifest again = photo().withRequestedAt(UPLOADED_AT.plusSeconds(60)).build();
    assertThat(manifests.commit(again)).isEqualTo(new Manifests.Commit.Committed());
  }

  private void dieAfterTheClaim() {
    Topic never =
        notification -> {
          throw new Died();
        };
    assertThatExceptionOfType(Died.class).isThrownBy(() -> announce(store, never, event()));
  }

  /** The event of the manifest that is current now. */
  private JobEvent event() {
    ObjectInfo info = store.head(KEY.key()).orElseThrow();
    return JobEvent.written("media", info.key(), info.etag(), null, info.lastModified());
  }

  /** The process is killed: no code of its own runs any more. */
  private static final class Died extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Loses the store once the claim is made. */
  private static final class BrokenMarking extends ForwardingObjectStore {
    BrokenMarking(ObjectStore store) {
      super(store);
    }

    @Override
    public Write putIfMatch(String key, String etag, PutOptions options, byte[] bytes) {
      throw new IllegalStateException("no store");
    }
  }
}
