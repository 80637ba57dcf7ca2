package dev.darkroom.stage.job;

import static dev.darkroom.stage.store.SampleManifest.ID;
import static dev.darkroom.stage.store.SampleManifest.OWNER;
import static dev.darkroom.stage.store.SampleManifest.PHOTO;
import static dev.darkroom.stage.store.SampleManifest.UPLOADED_AT;
import static dev.darkroom.stage.store.SampleManifest.photo;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.Manifest.Status;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.Rendition;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.batch.Delivery;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.store.InMemoryObjectStore;
import dev.darkroom.stage.store.Manifests;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.stage.store.ReplacedBasisException;
import dev.darkroom.stage.store.Version;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class JobRunnerTest {
  private static final String KEY = photo().key();
  private static final String MANIFEST = ProcessedKey.manifest(OWNER, ID).key();
  private static final Instant NOW = UPLOADED_AT.plusSeconds(5);
  private static final Deadline DEADLINE = Deadline.after(Duration.ofHours(1));

  private final InMemoryObjectStore store = new InMemoryObjectStore();
  private final Manifests manifests = new Manifests(store);
  private final List<Sent> sent = new ArrayList<>();
  private final List<Job> jobs = new ArrayList<>();
  private int sequence = 0x0A;

  private record Sent(MediaKind kind, JobEvent job) {}

  @Test
  void aJobEndsInAManifestThatTellsHowItWent() throws Exception {
    JobEvent event = upload("first");

    run(event, this::complete, 2);

    Manifest manifest = current().orElseThrow();
    assertThat(manifest.status()).isEqualTo(Status.COMPLETED);
    assertThat(manifest.kind()).isEqualTo(MediaKind.IMAGE);
    assertThat(manifest.original())
        .isEqualTo(
            new Manifest.Original(
                KEY, "Am Strand.jpg", "image/jpeg", 5, event.etag(), "0A", UPLOADED_AT));
    assertThat(manifest.media()).isEqualTo(PHOTO);
    assertThat(manifest.renditions()).extracting(Rendition::name).containsExactly("large");
    assertThat(manifest.processing())
        .isEqualTo(
            new Manifest.Processing("image-worker", 2, UPLOADED_AT, NOW, NOW, 0, null, 1024, 0.0));
    assertThat(jobs)
        .singleElement()
        .satisfies(
            job -> {
              assertThat(job.etag()).isEqualTo(event.etag());
              assertThat(job.size()).isEqualTo(5);
              assertThat(job.deadline()).isSameAs(DEADLINE);
              assertThat(job.outputs().key("large", "jpg", new byte[1]))
                  .matches(ProcessedKey.prefix(OWNER, ID) + "large-\\w{10}-\\w{6}\\.jpg");
            });
  }

  @Test
  void aRejectedFileFailsAtOnce() throws Exception {
    Rejection rejection = Rejection.of(ErrorCode.TOO_MANY_PIXELS, "It has a billion.");

    run(upload("first"), job -> new Outcome.Rejected(rejection, PHOTO), 1);

    Manifest manifest = current().orElseThrow();
    assertThat(manifest.status()).isEqualTo(Status.FAILED);
    assertThat(manifest.error()).isEqualTo(rejection);
    assertThat(manifest.media()).isEqualTo(PHOTO);
    assertThat(manifest.renditions()).isEmpty();
  }

  @Test
  void aFaultThatMayPassLeavesTheJobToItsQueue() {
    JobEvent event = upload("first");

    assertThatThrownBy(
            () ->
                run(
                    event,
                    job -> {
                      throw new IOException("connection reset");
                    },
                    1))
        .isInstanceOf(IOException.class);
    assertThat(current()).isEmpty();
  }

  @Test
  void aSettledJobIsSkipped() throws Exception {
    JobEvent event = upload("first");
    run(event, this::complete, 1);
    run(event, this::complete, 1);
    run(event, this::complete, 2);

    assertThat(jobs).hasSize(1);
    assertThat(sent).isEmpty();
  }

  @Test
  void processingAgainOnRequestIsDone() throws Exception {
    JobEvent event = upload("first");
    run(event, this::complete, 1);
    run(event.again(NOW), this::complete, 1);

    assertThat(jobs).hasSize(2);
    assertThat(current().orElseThrow().processing().requestedAt()).isEqualTo(NOW);
  }

  @Test
  void whatWasGivenUpIsProcessedWhenItsJobComesAgain() throws Exception {
    JobEvent event = upload("first");
    manifests.commit(photo().withContent(event.etag(), "0A", UPLOADED_AT).gaveUp().build());

    run(event, this::complete, 1);

    assertThat(current().orElseThrow().status()).isEqualTo(Status.COMPLETED);
  }

  @Test
  void whatIsNoOriginalIsPassedOver() throws Exception {
    JobEvent folder = event("originals/image/folder/", "e1", null);

    run(folder, this::complete, 1);

    assertThat(jobs).isEmpty();
  }

  @Test
  void anOriginalReplacedSinceItsEventIsLeftToTheNextEvent() throws Exception {
    JobEvent old = upload("first");
    upload("second");

    run(old, this::complete, 1);

    assertThat(jobs).isEmpty();
    assertThat(current()).isEmpty();
  }

  @Test
  void anOriginalThatIsGoneKeepsNoOutputs() throws Exception {
    JobEvent event = upload("first");
    store.delete(List.of(KEY));
    store.put(
        ProcessedKey.prefix(OWNER, ID) + "large-0123456789-abcdef.jpg",
        PutOptions.rendition("image/jpeg"),
        "of an attempt that was killed".getBytes(UTF_8));

    run(event, this::complete, 2);

    assertThat(jobs).isEmpty();
    assertThat(store.keys("")).isEmpty();
  }

  @Test
  void anOriginalThatVanishesDuringWorkKeepsNoOutputs() throws Exception {
    run(
        upload("first"),
        job -> {
          complete(job);
          store.delete(List.of(KEY));
          return new Outcome.Vanished();
        },
        1);

    assertThat(store.keys("")).isEmpty();
  }

  @Test
  void outputsOfAnOriginalDeletedDuringWorkAreDeleted() throws Exception {
    run(
        upload("first"),
        job -> {
          Outcome outcome = complete(job);
          store.delete(List.of(KEY));
          return outcome;
        },
        1);

    assertThat(store.keys("")).isEmpty();
  }

  @Test
  void outputsOfAnAttemptKilledBeforeItSawTheDeletionAreDeletedByTheNext() throws Exception {
    JobEvent event = upload("first");
    run(event, this::complete, 1);
    store.delete(List.of(KEY));

    run(event, this::complete, 2);

    assertThat(store.keys("")).isEmpty();
  }

  @Test
  void aFileOfTheOtherKindIsHandedOver() throws Exception {
    JobEvent event = upload("first");

    run(event, job -> new Outcome.BelongsTo(MediaKind.VIDEO), 1);

    assertThat(sent).containsExactly(new Sent(MediaKind.VIDEO, event.handOver()));
    assertThat(current()).isEmpty();
  }

  @Test
  void aFileThatBothWorkersDeclineIsRefusedRatherThanPassedOnForEver() throws Exception {
    run(upload("first").handOver(), job -> new Outcome.BelongsTo(MediaKind.VIDEO), 1);

    assertThat(sent).isEmpty();
    assertThat(current().orElseThrow().error())
        .isEqualTo(Rejection.of(ErrorCode.UNSUPPORTED_FORMAT));
  }

  @Test
  void aWorkerOvertakenByNewerContentLeavesTheNewerResultAndNothingOfItsOwn() throws Exception {
    JobEvent old = upload("first");
    List<JobEvent> newer = new ArrayList<>();

    run(
        old,
        job -> {
          newer.add(upload("second"));
          run(newer.getFirst(), this::complete, 1);
          return complete(job);
        },
        1);

    assertThat(current().orElseThrow().original().etag()).isEqualTo(newer.getFirst().etag());
    assertThat(outputs()).containsExactlyElementsOf(named());
    assertThat(sent).isEmpty();
  }

  @Test
  void whatAnOvertakenAttemptLeftWhenItWasKilledIsDeletedByTheNext() throws Exception {
    JobEvent old = upload("first");
    String left =
        new OutputKeys(original(), Version.of(old), Optional.empty())
            .key("large", "jpg", new byte[1]);
    store.put(left, PutOptions.rendition("image/jpeg"), new byte[1]);
    run(upload("second"), this::complete, 1);

    run(old, this::complete, 1);
    assertThat(outputs()).contains(left);

    run(old, this::complete, 2);
    assertThat(outputs()).containsExactlyElementsOf(named());
    assertThat(jobs).hasSize(1);
  }

  @Test
  void processingAgainKeepsTheKeysOfWhatComesOutTheSame() throws Exception {
    JobEvent event = upload("first");
    run(event, this::complete, 1);
    List<String> before = outputs();

    run(event.again(NOW), this::complete, 1);

    assertThat(named()).containsExactlyElementsOf(before);
    assertThat(outputs()).containsExactlyElementsOf(before);
  }

  @Test
  void whatComesOutDifferentlyGetsAnotherKeyAndTheOldOneGoes() throws Exception {
    JobEvent event = upload("first");
    run(event, this::complete, 1);
    List<String> before = outputs();

    run(event.again(NOW), job -> complete(job, "in other settings"), 1);

    assertThat(named()).doesNotContainAnyElementsOf(before);
    assertThat(outputs()).containsExactlyElementsOf(named());
  }

  @Test
  void aRetryThatComesOutDifferentlyLeavesNothingOfTheAttemptBefore() throws Exception {
    JobEvent event = upload("first");
    assertThatThrownBy(
            () ->
                run(
                    event,
                    job -> {
                      complete(job);
                      throw new IOException("connection reset");
                    },
                    1))
        .isInstanceOf(IOException.class);

    run(event, job -> complete(job, "in other settings"), 2);

    assertThat(outputs()).containsExactlyElementsOf(named());
  }

  @Test
  void aResultWhoseBasisWasReplacedMeanwhileIsMadeAgain() throws Exception {
    JobEvent event = upload("first");
    run(event, this::complete, 1);

    assertThatThrownBy(
            () ->
                run(
                    event.again(NOW.plusSeconds(1)),
                    job -> {
                      run(event.again(NOW), other -> complete(other, "in other settings"), 1);
                      return complete(job);
                    },
                    1))
        .isInstanceOf(ReplacedBasisException.class);
    run(event.again(NOW.plusSeconds(1)), this::complete, 2);

    assertThat(outputs()).containsAll(named());
    assertThat(current().orElseThrow().processing().requestedAt()).isEqualTo(NOW.plusSeconds(1));
  }

  @Test
  void anOvertakenWorkerThatNoticesLeavesNothingEither() throws Exception {
    JobEvent old = upload("first");
    List<JobEvent> newer = new ArrayList<>();

    run(
        old,
        job -> {
          newer.add(upload("second"));
          run(newer.getFirst(), this::complete, 1);
          complete(job);
          return new Outcome.Vanished();
        },
        1);

    assertThat(outputs()).containsExactlyElementsOf(named());
  }

  @Test
  void anEventLeavesTheResultOfANewerVersionAloneAndARequestReplacesIt() throws Exception {
    JobEvent event = upload("first");
    byte[] newer = "{\"schema\": 2}".getBytes(UTF_8);
    String etag = store.put(MANIFEST, PutOptions.json(), newer).etag();

    run(event, this::complete, 2);
    assertThat(jobs).isEmpty();
    assertThat(store.head(MANIFEST).orElseThrow().etag()).isEqualTo(etag);

    run(event.again(NOW), this::complete, 1);
    assertThat(current().orElseThrow().processing().requestedAt()).isEqualTo(NOW);
  }

  @Test
  void anEventMendsADamagedManifest() throws Exception {
    JobEvent event = upload("first");
    store.put(MANIFEST, PutOptions.json(), new byte[0]);

    run(event, this::complete, 1);

    assertThat(current().orElseThrow().status()).isEqualTo(Status.COMPLETED);
  }

  @Test
  void twoWorkersOnOneContentLeaveOneManifest() throws Exception {
    JobEvent event = upload("first");

    run(
        event,
        job -> {
          run(event, this::complete, 1);
          return new Outcome.Rejected(Rejection.of(ErrorCode.TOOK_TOO_LONG));
        },
        1);

    assertThat(current().orElseThrow().status()).isEqualTo(Status.COMPLETED);
    assertThat(sent).isEmpty();
    assertThat(store.head(MANIFEST)).isPresent();
  }

  private void run(JobEvent event, Processor processor, int attempt) throws Exception {
    Processor counted =
        job -> {
          jobs.add(job);
          return processor.process(job);
        };
    new JobRunner(
            new Stage("image-worker", 1024),
            MediaKind.IMAGE,
            store,
            (kind, job) -> sent.add(new Sent(kind, job)),
            counted,
            Clock.fixed(NOW, ZoneOffset.UTC))
        .handle(event, new Delivery("m1", attempt, UPLOADED_AT), DEADLINE);
  }

  private Outcome complete(Job job) {
    return complete(job, job.etag());
  }

  private Outcome complete(Job job, String content) {
    byte[] bytes = content.getBytes(UTF_8);
    String key = job.outputs().key("large", "jpg", bytes);
    store.put(key, PutOptions.rendition("image/jpeg"), bytes);
    var large = new Rendition("large", key, "image/jpeg", 1920, 1440, bytes.length);
    return new Outcome.Completed(PHOTO, null, List.of(large), List.of());
  }

  private static OriginalKey original() {
    return OriginalKey.parse(KEY).orElseThrow();
  }

  private List<String> named() {
    return current().orElseThrow().renditions().stream().map(Rendition::key).toList();
  }

  private List<String> outputs() {
    return store.keys(ProcessedKey.PREFIX).stream().filter(key -> !key.equals(MANIFEST)).toList();
  }

  /** Puts the content at the original's key, and gives its event: later than those before. */
  private JobEvent upload(String content) {
    byte[] bytes = content.getBytes(UTF_8);
    var options = new PutOptions("image/jpeg", null, null, Map.of("file-name", "Am%20Strand.jpg"));
    String etag = store.put(KEY, options, bytes).etag();
    String sequencer = String.format(java.util.Locale.ROOT, "%02X", sequence++);
    return event(KEY, etag, sequencer);
  }

  private static JobEvent event(String key, String etag, @Nullable String sequencer) {
    return JobEvent.written("media", key, etag, sequencer, UPLOADED_AT);
  }

  private Optional<Manifest> current() {
    return manifests.find(OWNER, ID).map(Manifests.Stored::manifest);
  }
}
