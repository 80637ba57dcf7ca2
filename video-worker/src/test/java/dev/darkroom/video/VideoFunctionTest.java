package dev.darkroom.video;

import static dev.darkroom.stage.batch.SampleContext.context;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.Rendition;
import dev.darkroom.fixtures.Fixtures;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.job.Job;
import dev.darkroom.stage.job.JobRunner;
import dev.darkroom.stage.job.Stage;
import dev.darkroom.stage.store.Manifests;
import dev.darkroom.stage.stream.StreamQueue;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class VideoFunctionTest {
  private final PipelineHarness harness = new PipelineHarness();
  private final Map<MediaKind, List<JobEvent>> sent = new EnumMap<>(MediaKind.class);

  private final VideoFunction function =
      new VideoFunction(
          new JobRunner(
              new Stage("video-worker", 1769),
              MediaKind.VIDEO,
              harness.store,
              (kind, job) -> sent.computeIfAbsent(kind, k -> new ArrayList<>()).add(job),
              StreamQueue.none(),
              Wiring.pipeline(harness.store, PipelineHarness.settings()),
              Clock.systemUTC()),
          (queue, receipt, delay) -> {},
          PipelineHarness.settings());

  @Test
  void aVideoEndsInItsPosterAndManifest() {
    Job job = harness.put("clip.mov", Fixtures.PORTRAIT_VIDEO.bytes());

    SQSBatchResponse response =
        function.handleRequest(PipelineHarness.event(job), context(Duration.ofMinutes(1)));

    assertThat(response.getBatchItemFailures()).isEmpty();
    Manifest manifest = manifest();
    assertThat(manifest.status()).isEqualTo(Manifest.Status.COMPLETED);
    assertThat(manifest.original().contentType()).isEqualTo("video/quicktime");
    assertThat(manifest.renditions())
        .extracting(Rendition::key)
        .allMatch(key -> harness.store.head(key).isPresent());
  }

  @Test
  void aBrokenVideoEndsInAManifestAtTheFirstAttempt() {
    Job job = harness.put("clip.mp4", Fixtures.NO_INDEX_VIDEO.bytes());

    SQSBatchResponse response =
        function.handleRequest(PipelineHarness.event(job), context(Duration.ofMinutes(1)));

    assertThat(response.getBatchItemFailures()).isEmpty();
    assertThat(manifest().status()).isEqualTo(Manifest.Status.FAILED);
    assertThat(Objects.requireNonNull(manifest().error()).message()).contains("moov");
  }

  @Test
  void aVideoWithoutADecoderCompletesAndSaysWhatIsMissing() {
    Job job = harness.put("clip.mp4", Fixtures.HEVC_VIDEO.bytes());

    function.handleRequest(PipelineHarness.event(job), context(Duration.ofMinutes(1)));

    assertThat(manifest().status()).isEqualTo(Manifest.Status.COMPLETED);
    assertThat(manifest().missing()).isNotEmpty();
  }

  @Test
  void aPictureGoesToTheOtherQueue() {
    Job job = harness.put("clip.mp4", Fixtures.PLAIN_PHOTO.bytes());

    SQSBatchResponse response =
        function.handleRequest(PipelineHarness.event(job), context(Duration.ofMinutes(1)));

    assertThat(response.getBatchItemFailures()).isEmpty();
    assertThat(sent.get(MediaKind.IMAGE))
        .extracting(JobEvent::key)
        .containsExactly(job.original().key());
  }

  @Test
  void aMessageThatNobodyCanReadIsNamed() {
    SQSEvent event =
        PipelineHarness.event(harness.put("clip.mp4", Fixtures.LANDSCAPE_VIDEO.bytes()));
    var broken = new SQSEvent.SQSMessage();
    broken.setMessageId("2");
    broken.setBody("{");
    event.setRecords(List.of(broken, event.getRecords().getFirst()));

    SQSBatchResponse response = function.handleRequest(event, context(Duration.ofMinutes(1)));

    assertThat(response.getBatchItemFailures())
        .extracting(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
        .containsExactly("2");
    assertThat(manifest().status()).isEqualTo(Manifest.Status.COMPLETED);
  }

  private Manifest manifest() {
    return new Manifests(harness.store)
        .find(Owner.LOCAL, PipelineHarness.ID)
        .orElseThrow()
        .manifest();
  }
}
