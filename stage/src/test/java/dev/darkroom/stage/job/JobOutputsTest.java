package dev.darkroom.stage.job;

import static dev.darkroom.stage.store.SampleManifest.ID;
import static dev.darkroom.stage.store.SampleManifest.OWNER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.stage.store.ReplacedBasisException;
import dev.darkroom.stage.store.Version;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** No job harms what the current result names, or leaves what no result names. */
final class JobOutputsTest extends JobRunnerScenario {
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
}
