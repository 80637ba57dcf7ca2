package dev.darkroom.notify;

import static dev.darkroom.stage.store.SampleManifest.ID;
import static dev.darkroom.stage.store.SampleManifest.OWNER;
import static dev.darkroom.stage.store.SampleManifest.UPLOADED_AT;
import static dev.darkroom.stage.store.SampleManifest.film;
import static dev.darkroom.stage.store.SampleManifest.photo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.Manifest.Status;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Rejection;
import dev.darkroom.stage.batch.Delivery;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.job.OutputKeys;
import dev.darkroom.stage.job.Stage;
import dev.darkroom.stage.store.ForwardingObjectStore;
import dev.darkroom.stage.store.InMemoryObjectStore;
import dev.darkroom.stage.store.Manifests;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.stage.store.SampleManifest;
import dev.darkroom.stage.store.Version;
import dev.darkroom.stage.store.Write;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DeadLettersTest {
  private static final Delivery DELIVERY = new Delivery("m1", 1, UPLOADED_AT.plusMillis(300));

  private final InMemoryObjectStore store = new InMemoryObjectStore();
  private final Manifests manifests = new Manifests(store);
  private final StoppedClock clock = new StoppedClock();
  private final String etag =
      store
          .put(
              photo().key(),
              new PutOptions(
                  "image/jpeg", null, null, java.util.Map.of("file-name", "beach%201.jpg")),
              new byte[7])
          .etag();

  @Test
  void aJobThatAlwaysFailedEndsInAFailedManifest() {
    giveUp(store, event());

    Manifest manifest = current().orElseThrow();
    assertThat(manifest.status()).isEqualTo(Status.FAILED);
    assertThat(manifest.kind()).isEqualTo(MediaKind.IMAGE);
    assertThat(manifest.error()).isEqualTo(Rejection.of(ErrorCode.GAVE_UP));
    assertThat(manifest.original().fileName()).isEqualTo("beach 1.jpg");
    assertThat(manifest.original().etag()).isEqualTo(etag);
    assertThat(manifest.original().size()).isEqualTo(7);
    assertThat(manifest.processing().stage()).isEqualTo("notifier");
  }

  @Test
  void aSecondDeadLetterOfTheJobChangesNothing() {
    giveUp(store, event());
    Optional<Manifest> first = current();
    clock.pass(java.time.Duration.ofMinutes(1));

    giveUp(store, event());

    assertThat(current()).isEqualTo(first);
  }

  @Test
  void whatWasHandedOverFailedAsTheOtherKind() {
    giveUp(store, event().handOver());

    assertThat(current().orElseThrow().kind()).isEqualTo(MediaKind.VIDEO);
  }

  @Test
  void whatFailedAgainFailedAsWhatItWasBefore() {
    SampleManifest asVideo =
        film().withContent(etag, null, UPLOADED_AT).failed(Rejection.of(ErrorCode.TOO_LONG));
    manifests.commit(asVideo.build());

    giveUp(store, again());

    assertThat(current().orElseThrow().error()).isEqualTo(Rejection.of(ErrorCode.GAVE_UP));
    assertThat(current().orElseThrow().kind()).isEqualTo(MediaKind.VIDEO);
  }

  @ParameterizedTest
  @EnumSource(
      value = ErrorCode.class,
      names = {"CORRUPT_FILE", "TOOK_TOO_LONG"})
  void aResultThatCameAllTheSameStays(ErrorCode code) {
    SampleManifest result = photo().withContent(etag, null, UPLOADED_AT).failed(Rejection.of(code));
    manifests.commit(result.build());

    giveUp(store, event());

    assertThat(current()).contains(result.build());
  }

  @Test
  void whatCompletedStaysThoughProcessingItAgainFailed() {
    SampleManifest result = photo().withContent(etag, null, UPLOADED_AT);
    manifests.commit(result.build());

    giveUp(store, again());

    assertThat(current()).contains(result.build());
  }

  @Test
  void ofAJobThatIsSettledKilledAttemptsLeaveNothing() {
    manifests.commit(photo().withContent(etag, null, UPLOADED_AT).build());
    var keys = new OutputKeys(original(event()), Version.of(event()), Optional.empty());
    String left = keys.key("large", "jpg", new byte[1]);
    store.put(left, PutOptions.rendition("image/jpeg"), new byte[1]);

    giveUp(store, event());

    assertThat(store.head(left)).isEmpty();
  }

  @Test
  void anOriginalThatIsGoneNeedsNoManifestAndKeepsNoOutputs() {
    store.delete(List.of(photo().key()));
    store.put(photo().renditions().getFirst().key(), PutOptions.json(), new byte[1]);

    giveUp(store, event());

    assertThat(store.keys("")).isEmpty();
  }

  @Test
  void anOriginalThatWasReplacedIsLeftToItsOwnJob() {
    JobEvent old = event();
    store.put(photo().key(), PutOptions.json(), new byte[8]);

    giveUp(store, old);

    assertThat(current()).isEmpty();
  }

  @Test
  void anOriginalDeletedMeanwhileKeepsNoManifest() {
    var deleting =
        new ForwardingObjectStore(store) {
          @Override
          public Write putIfAbsent(String key, PutOptions options, byte[] bytes) {
            store.delete(List.of(photo().key()));
            return super.putIfAbsent(key, options, bytes);
          }
        };

    giveUp(deleting, event());

    assertThat(store.keys("")).isEmpty();
  }

  private void giveUp(ObjectStore in, JobEvent event) {
    new DeadLetters(new Stage("notifier", 512), in, clock).giveUp(original(event), event, DELIVERY);
  }

  private static OriginalKey original(JobEvent event) {
    return new OriginalKey(MediaKind.IMAGE, OWNER, ID, event.key(), "beach.jpg");
  }

  private JobEvent event() {
    return JobEvent.written("media", photo().key(), etag, null, UPLOADED_AT);
  }

  private JobEvent again() {
    return event().again(UPLOADED_AT.plusSeconds(60));
  }

  private Optional<Manifest> current() {
    return manifests.find(OWNER, ID).map(Manifests.Stored::manifest);
  }
}
