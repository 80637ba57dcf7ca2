package dev.darkroom.notify;

import static dev.darkroom.stage.store.SampleManifest.ID;
import static dev.darkroom.stage.store.SampleManifest.OWNER;
import static dev.darkroom.stage.store.SampleManifest.UPLOADED_AT;
import static dev.darkroom.stage.store.SampleManifest.film;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.Manifest.Status;
import dev.darkroom.contract.Missing;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.OutputName;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.Rendition;
import dev.darkroom.contract.WorkKey;
import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.contract.stream.StreamTask;
import dev.darkroom.stage.batch.Delivery;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.job.Stage;
import dev.darkroom.stage.store.ForwardingObjectStore;
import dev.darkroom.stage.store.InMemoryObjectStore;
import dev.darkroom.stage.store.Manifests;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.stage.store.SampleManifest;
import dev.darkroom.stage.store.Version;
import dev.darkroom.stage.store.Write;
import dev.darkroom.stage.stream.WorkFolder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tasks of streams that failed as often as their queue allows. */
final class DeadStreamsTest {
  private static final Delivery DELIVERY = new Delivery("m1", 1, UPLOADED_AT.plusMillis(300));
  private static final String MANIFEST = ProcessedKey.manifest(OWNER, ID).key();

  private final StoppedClock clock = new StoppedClock();
  private final ManifestWrites store = new ManifestWrites(new InMemoryObjectStore());
  private final Manifests manifests = new Manifests(store);
  private final String etag = store.put(film().key(), PutOptions.json(), new byte[7]).etag();

  /** A store that counts how often the upload's manifest was written, and so announced. */
  private static final class ManifestWrites extends ForwardingObjectStore {
    private int count;

    ManifestWrites(ObjectStore store) {
      super(store);
    }

    @Override
    public Write putIfAbsent(String key, PutOptions options, byte[] bytes) {
      return counted(key, super.putIfAbsent(key, options, bytes));
    }

    @Override
    public Write putIfMatch(String key, String etag, PutOptions options, byte[] bytes) {
      return counted(key, super.putIfMatch(key, etag, options, bytes));
    }

    private Write counted(String key, Write write) {
      if (key.equals(MANIFEST) && write instanceof Write.Written) {
        count++;
      }
      return write;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "segment/1 | The stream's part at 1 min 12 s could not be coded.",
        "segment/9 | The stream could not be put together.",
        "sound     | The stream's sound could not be coded.",
        "finish    | The stream could not be put together.",
        "          | The stream could not be put together."
      })
  void theUploadCompletesWithAllButItsStream(@Nullable String task, String facts) {
    Manifest draft = open(event(), 1);

    giveUp(event().with(task == null ? null : StreamTask.parse(task).orElseThrow()));

    Manifest manifest = current().orElseThrow();
    assertThat(manifest.status()).isEqualTo(Status.COMPLETED);
    assertThat(manifest.renditions()).isEqualTo(draft.renditions());
    assertThat(manifest.media()).isEqualTo(draft.media());
    assertThat(manifest.original()).isEqualTo(draft.original());
    assertThat(manifest.missing())
        .containsExactly(
            draft.missing().getFirst(),
            new Missing("stream", Rejection.of(ErrorCode.GAVE_UP, facts)));
    assertThat(manifest.processing().stage()).isEqualTo("notifier");
    assertThat(manifest.processing().startedAt()).isEqualTo(draft.processing().startedAt());
    assertThat(work()).isEmpty();
  }

  @Test
  void whatKilledAttemptsToFinishLeftGoes() {
    Manifest draft = open(event(), 2);
    var left = new OutputName("stream-480", "0123456789", generation(event()), "mp4");
    String key = new ProcessedKey(OWNER, ID, left.toString()).key();
    store.put(key, PutOptions.rendition("video/mp4"), new byte[1]);

    giveUp(event().with(new StreamTask.Finish()));

    assertThat(store.keys(ProcessedKey.prefix(OWNER, ID)))
        .containsExactly(MANIFEST, draft.renditions().getFirst().key());
  }

  @Test
  void manyTasksOfOneUploadThatGaveUpAreOneResult() {
    open(event(), 0);

    giveUp(event().with(new StreamTask.Segment(0)));
    Optional<Manifest> first = current();
    clock.pass(Duration.ofMinutes(1));
    giveUp(event().with(new StreamTask.Segment(1)));
    giveUp(event().with(new StreamTask.Sound()));

    assertThat(current()).isEqualTo(first);
    assertThat(store.count).isEqualTo(1);
  }

  @Test
  void tasksThatGiveUpAtTheSameTimeAreOneResult() {
    open(event(), 0);
    var racing =
        new ForwardingObjectStore(store) {
          @Override
          public Write putIfAbsent(String key, PutOptions options, byte[] bytes) {
            giveUp(event().with(new StreamTask.Segment(1)));
            return super.putIfAbsent(key, options, bytes);
          }
        };

    giveUp(racing, event().with(new StreamTask.Segment(0)));

    assertThat(current().orElseThrow().missing().getLast().message()).contains("1 min 12 s");
    assertThat(store.count).isEqualTo(1);
    assertThat(work()).isEmpty();
  }

  @Test
  void aStreamThatWasFinishedAllTheSameStays() {
    open(event(), 2);
    Manifest finished = film().withContent(etag, null, UPLOADED_AT).build();
    manifests.commit(finished);

    giveUp(event().with(new StreamTask.Segment(1)));

    assertThat(current()).contains(finished);
    assertThat(work()).isEmpty();
  }

  @Test
  void aStreamThatIsThereStaysThoughMakingItAgainFailed() {
    Manifest finished = film().withContent(etag, null, UPLOADED_AT).build();
    manifests.commit(finished);
    open(again(), 1);

    giveUp(again().with(new StreamTask.Segment(1)));

    assertThat(current()).contains(finished);
    assertThat(work()).containsExactly(draft(again()));
  }

  @Test
  void aFailureIsReplacedByWhatIsThereNow() {
    manifests.commit(
        film()
            .withContent(etag, null, UPLOADED_AT)
            .failed(Rejection.of(ErrorCode.TOOK_TOO_LONG))
            .build());
    open(again(), 1);

    giveUp(again().with(new StreamTask.Segment(1)));

    assertThat(current().orElseThrow().status()).isEqualTo(Status.COMPLETED);
  }

  @Test
  void workOnAnOlderRequestEndsWithoutATraceInTheNewerResult() {
    Manifest newer =
        film()
            .withContent(etag, null, UPLOADED_AT)
            .withRequestedAt(UPLOADED_AT.plusSeconds(60))
            .build();
    manifests.commit(newer);
    open(event(), 1);

    giveUp(event().with(new StreamTask.Segment(1)));

    assertThat(current()).contains(newer);
    assertThat(work()).isEmpty();
  }

  @Test
  void theResultOfANewerVersionOfDarkroomStays() {
    open(event(), 1);
    byte[] newer = "{\"schema\": 2}".getBytes(UTF_8);
    String written = store.put(MANIFEST, PutOptions.json(), newer).etag();

    giveUp(event().with(new StreamTask.Segment(1)));

    assertThat(store.head(MANIFEST).orElseThrow().etag()).isEqualTo(written);
    assertThat(work()).containsExactly(draft(event()));
  }

  @Test
  void ofAnUploadThatWasDeletedNothingIsLeft() {
    open(event(), 1);
    store.delete(List.of(film().key()));

    giveUp(event().with(new StreamTask.Segment(1)));

    assertThat(store.keys("")).isEmpty();
  }

  @Test
  void ofAnUploadThatIsDeletedMeanwhileNothingIsLeft() {
    open(event(), 1);
    var deleting =
        new ForwardingObjectStore(store) {
          @Override
          public Write putIfAbsent(String key, PutOptions options, byte[] bytes) {
            store.delete(List.of(film().key()));
            return super.putIfAbsent(key, options, bytes);
          }
        };

    giveUp(deleting, event().with(new StreamTask.Segment(1)));

    assertThat(store.keys("")).isEmpty();
  }

  @Test
  void anOriginalThatWasReplacedIsLeftToItsOwnJobAndTheOldWorkEnds() {
    JobEvent old = event();
    open(old, 1);
    store.put(film().key(), PutOptions.json(), new byte[8]);

    giveUp(old.with(new StreamTask.Segment(1)));

    assertThat(current()).isEmpty();
    assertThat(work()).containsExactly(draft(old));
  }

  @Test
  void withoutADraftTheUploadFails() {
    open(event(), 1);
    store.delete(List.of(draft(event())));

    giveUp(event().with(new StreamTask.Segment(1)));

    assertThat(current().orElseThrow().error()).isEqualTo(Rejection.of(ErrorCode.GAVE_UP));
    assertThat(work()).isEmpty();
  }

  @Test
  void withoutAPlanTheUploadFails() {
    open(event(), 1);
    store.delete(List.of(folder(event()).key(WorkKey.PLAN)));

    giveUp(event().with(new StreamTask.Segment(1)));

    assertThat(current().orElseThrow().error()).isEqualTo(Rejection.of(ErrorCode.GAVE_UP));
    assertThat(work()).containsExactly(draft(event()));
  }

  private void giveUp(JobEvent event) {
    giveUp(store, event);
  }

  private void giveUp(ObjectStore in, JobEvent event) {
    OriginalKey original = OriginalKey.parse(event.key()).orElseThrow();
    new DeadLetters(new Stage("notifier", 512), in, clock).giveUp(original, event, DELIVERY);
  }

  private JobEvent event() {
    return JobEvent.written("media", film().key(), etag, null, UPLOADED_AT);
  }

  private JobEvent again() {
    return event().again(UPLOADED_AT.plusSeconds(60));
  }

  /** Opens the work on a stream of two segments, of which some are there. */
  private Manifest open(JobEvent event, int parts) {
    String poster = new OutputName("poster", "0123456789", generation(event), "jpg").toString();
    SampleManifest draft =
        film()
            .withContent(event.etag(), null, UPLOADED_AT)
            .withRequestedAt(event.requestedAt())
            .withRenditions(
                List.of(
                    new Rendition(
                        "poster",
                        new ProcessedKey(OWNER, ID, poster).key(),
                        "image/jpeg",
                        1920,
                        1080,
                        9)))
            .withMissing(new Missing("preview", Rejection.of(ErrorCode.TOOK_TOO_LONG)));
    store.put(draft.renditions().getFirst().key(), PutOptions.json(), new byte[9]);
    WorkFolder folder = folder(event);
    folder.open(draft.build(), plan());
    for (int part = 0; part < parts; part++) {
      folder.put(new StreamTask.Segment(part), new byte[1], List.of());
    }
    return draft.build();
  }

  private WorkFolder folder(JobEvent event) {
    return new WorkFolder(store, OWNER, ID, generation(event));
  }

  /** What stays of work that ended early, for whoever commits the result that replaces it. */
  private String draft(JobEvent event) {
    return folder(event).key("draft.json");
  }

  private static String generation(JobEvent event) {
    return Version.of(event).generation();
  }

  private static StreamPlan plan() {
    var slice = new StreamPlan.Slice(0, 1);
    return new StreamPlan(
        StreamPlan.SCHEMA,
        new StreamPlan.Source(film().key(), "e", 7),
        new StreamPlan.Source("inputs", "i", 1),
        new StreamPlan.Picture(600, 0, false, false, 30, null),
        List.of(new StreamPlan.Rung("stream-480", 854, 480)),
        List.of(
            new StreamPlan.Segment(slice, 0, 43_200), new StreamPlan.Segment(slice, 43_200, 2400)),
        new StreamPlan.Sound(slice, false, 48_000, 2, 48_000, 76),
        true);
  }

  private List<String> work() {
    return store.keys(WorkKey.prefix(OWNER, ID));
  }

  private Optional<Manifest> current() {
    return manifests.find(OWNER, ID).map(Manifests.Stored::manifest);
  }
}
