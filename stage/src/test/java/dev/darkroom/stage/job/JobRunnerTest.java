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
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.Rendition;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.store.PutOptions;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class JobRunnerTest extends JobRunnerScenario {
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
            new Manifest.Processing(
                "image-worker", 2, UPLOADED_AT, NOW, NOW, 0, null, 1024, 0.0, null));
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
}
