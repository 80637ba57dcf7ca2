package dev.darkroom.upload.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Owner;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.reprocess.Reprocessing;
import dev.darkroom.stage.reprocess.Reprocessing.Answer;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.stage.store.Version;
import dev.darkroom.stage.stream.WorkFinder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReprocessingTest {
  private final Fixture fixture = new Fixture();
  private final List<Sent> sent = new ArrayList<>();
  private final Reprocessing reprocessing =
      new Reprocessing(fixture.store, this::send, Fixture.CLOCK, "media");

  private boolean failing;

  private record Sent(MediaKind kind, JobEvent job) {}

  private void send(MediaKind kind, JobEvent job) {
    if (failing) {
      throw new IllegalStateException("no connection");
    }
    sent.add(new Sent(kind, job));
  }

  @Test
  void theJobIsTheOriginalsOwnWithTheWishInIt() {
    MediaId id = fixture.samples.completed(MediaKind.IMAGE, 60);
    Manifest manifest = fixture.finder.manifest(fixture.ada, id).orElseThrow();

    assertThat(reprocessing.start(fixture.ada, id)).hasValue(new Answer(MediaKind.IMAGE, true));

    JobEvent job = sent.getFirst().job();
    assertThat(sent.getFirst().kind()).isEqualTo(MediaKind.IMAGE);
    assertThat(job).isEqualTo(JobEvent.written("media", manifest.original()).again(Samples.NOW));
    assertThat(Version.of(job).supersedes(manifest)).isTrue();
  }

  @Test
  void requestsWhileOneIsPendingAreOneJob() {
    MediaId id = fixture.samples.completed(MediaKind.IMAGE, 60);

    assertThat(reprocessing.start(fixture.ada, id)).hasValue(new Answer(MediaKind.IMAGE, true));
    for (int i = 0; i < 5; i++) {
      assertThat(reprocessing.start(fixture.ada, id)).hasValue(new Answer(MediaKind.IMAGE, false));
    }

    assertThat(sent).hasSize(1);
  }

  @Test
  void aRequestAfterTheAnswerIsAnotherJobThatReplacesTheResult() {
    MediaId id = fixture.samples.completed(MediaKind.IMAGE, 60);
    reprocessing.start(fixture.ada, id);
    Manifest answer = fixture.samples.answer(id, sent.getFirst().job().requestedAt());

    reprocessing.start(fixture.ada, id);
    reprocessing.start(fixture.ada, id);

    assertThat(sent).hasSize(2);
    assertThat(Version.of(sent.getLast().job()).supersedes(answer)).isTrue();
  }

  @Test
  void aRequestThatCouldNotBeSentIsSentNextTime() {
    MediaId id = fixture.samples.completed(MediaKind.IMAGE, 60);
    failing = true;
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> reprocessing.start(fixture.ada, id));

    failing = false;
    reprocessing.start(fixture.ada, id);

    assertThat(sent).hasSize(1);
  }

  @Test
  void anUnreadableUploadIsProcessedFromItsOriginal() {
    MediaId id = fixture.samples.unreadable(MediaKind.VIDEO, 60);

    assertThat(reprocessing.start(fixture.ada, id)).hasValue(new Answer(MediaKind.VIDEO, true));

    assertThat(sent.getFirst().job().requestedAt()).isEqualTo(Samples.NOW);
  }

  @Test
  void theWorkerThatItEndedWithGetsItAgain() {
    MediaId id = fixture.samples.id(60);
    OriginalKey signedInAsPicture = fixture.samples.original(MediaKind.IMAGE, id);
    fixture.samples.commit(MediaKind.VIDEO, id, signedInAsPicture, null);

    reprocessing.start(fixture.ada, id);

    assertThat(sent).extracting(Sent::kind).containsExactly(MediaKind.VIDEO);
  }

  @Test
  void aDroppedFileIsProcessedAsItIsNow() {
    String key = "originals/image/dropped.jpg";
    fixture.store.put(key, PutOptions.json(), new byte[1]);
    OriginalKey replaced = OriginalKey.parse(key).orElseThrow();
    new Samples(fixture.store, Owner.LOCAL).commit(MediaKind.IMAGE, replaced.id(), replaced, null);
    String etag = fixture.store.put(key, PutOptions.json(), new byte[2]).etag();

    reprocessing.start(Owner.LOCAL, replaced.id());

    assertThat(sent).extracting(it -> it.job().etag()).containsExactly(etag);
  }

  @Test
  void anOriginalThatWasReplacedIsProcessedAsItIsNow() {
    MediaId id = fixture.samples.completed(MediaKind.IMAGE, 60);
    Manifest manifest = fixture.finder.manifest(fixture.ada, id).orElseThrow();
    String etag =
        fixture.store.put(manifest.original().key(), PutOptions.json(), new byte[9]).etag();

    reprocessing.start(fixture.ada, id);

    assertThat(sent.getFirst().job().etag()).isEqualTo(etag);
    assertThat(sent.getFirst().job().sequencer()).isNull();
  }

  @Test
  void whatIsStillQueuedIsSentOnceMore() {
    MediaId id = fixture.samples.queued(MediaKind.VIDEO, 60);

    assertThat(reprocessing.start(fixture.ada, id)).isPresent();

    assertThat(sent).extracting(Sent::kind).containsExactly(MediaKind.VIDEO);
  }

  @Test
  void anUploadWhoseStreamIsMadeIsProcessedOnceMoreByTheWorkerThatHasIt() {
    MediaId id = fixture.samples.id(60);
    fixture.samples.work(fixture.samples.original(MediaKind.IMAGE, id), null, 1);
    Manifest draft = new WorkFinder(fixture.store).find(fixture.ada, id).orElseThrow().draft();

    for (int i = 0; i < 3; i++) {
      assertThat(reprocessing.start(fixture.ada, id)).isPresent();
    }

    assertThat(sent).extracting(Sent::kind).containsExactly(MediaKind.VIDEO);
    JobEvent job = sent.getFirst().job();
    assertThat(job).isEqualTo(JobEvent.written("media", draft.original()).again(Samples.NOW));
    assertThat(Version.of(job).generation()).isNotEqualTo(Version.of(draft).generation());
    assertThat(Version.of(job).supersedes(draft)).isTrue();
  }

  @Test
  void withoutItsOriginalNothingCanBeProcessed() {
    MediaId id = fixture.samples.completed(MediaKind.IMAGE, 60);
    fixture.store.delete(fixture.originals.keys(fixture.ada, id));

    assertThat(reprocessing.start(fixture.ada, id)).isEmpty();
    assertThat(reprocessing.start(fixture.ada, fixture.samples.id(1))).isEmpty();
    assertThat(sent).isEmpty();
  }

  @Test
  void nobodyElseCanHaveItProcessed() {
    MediaId id = fixture.samples.completed(MediaKind.IMAGE, 60);

    assertThat(reprocessing.start(Owner.ofSubject("eve"), id)).isEmpty();
    assertThat(sent).isEmpty();
  }
}
