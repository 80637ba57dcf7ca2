package dev.darkroom.image;

import static dev.darkroom.stage.batch.SampleContext.context;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Manifest.Status;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.Rendition;
import dev.darkroom.fixtures.Fixtures;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.job.Job;
import dev.darkroom.stage.job.JobRunner;
import dev.darkroom.stage.job.Stage;
import dev.darkroom.stage.store.InMemoryObjectStore;
import dev.darkroom.stage.store.ManifestJson;
import dev.darkroom.stage.store.Manifests;
import dev.darkroom.stage.stream.StreamQueue;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImageFunctionTest {
  private final InMemoryObjectStore store = new InMemoryObjectStore();
  private final List<JobEvent> handedOver = new ArrayList<>();
  private final ImageSettings settings = ImageSettingsTest.settings(Map.of());
  private final ImageFunction function =
      new ImageFunction(
          new JobRunner(
              new Stage("image-worker", 1769),
              MediaKind.IMAGE,
              store,
              (kind, job) -> handedOver.add(job),
              StreamQueue.none(),
              new ImagePipeline(store, settings),
              Clock.systemUTC()),
          (queue, receipt, delay) -> {},
          settings);

  @Test
  void aPhotoBecomesACompletedManifest() throws Exception {
    Job job = new Workplace(store, Map.of()).upload(Fixtures.PHONE_PHOTO.bytes());

    assertThat(failed(handle(message("1", job)))).isEmpty();

    var manifest = new Manifests(store).find(Owner.LOCAL, Workplace.ID).orElseThrow().manifest();
    assertThat(manifest.status()).isEqualTo(Status.COMPLETED);
    assertThat(manifest.original().contentType()).isEqualTo("image/jpeg");
    assertThat(manifest.renditions()).extracting(Rendition::name).contains("thumb");
    assertThat(manifest.placeholder()).isNotNull();
    assertThat(ManifestJson.write(manifest)).asString().contains("thumbHash", "color");
    assertThat(manifest.processing().stage()).isEqualTo("image-worker");
  }

  @Test
  void aDamagedPictureBecomesAFailedManifestAtTheFirstTry() throws Exception {
    Job job = new Workplace(store, Map.of()).upload(Fixtures.GARBAGE.bytes());

    assertThat(failed(handle(message("1", job)))).isEmpty();

    var manifest = new Manifests(store).find(Owner.LOCAL, Workplace.ID).orElseThrow().manifest();
    assertThat(manifest.status()).isEqualTo(Status.FAILED);
    assertThat(manifest.error())
        .isEqualTo(
            Rejection.of(
                ErrorCode.UNSUPPORTED_FORMAT, "It is no picture or video in a known format."));
  }

  @Test
  void onlyTheMessageThatCannotBeReadComesAgain() throws Exception {
    Job job = new Workplace(store, Map.of()).upload(Fixtures.PLAIN_PHOTO.bytes());
    String poison = "{\"messageId\":\"bad\",\"body\":\"{\"}";

    assertThat(failed(handle(poison, message("good", job)))).containsExactly("bad");
    assertThat(new Manifests(store).find(Owner.LOCAL, Workplace.ID)).isPresent();
  }

  @Test
  void aVideoGoesToTheOtherQueue() throws Exception {
    byte[] mp4 = new byte[64];
    byte[] start = {0, 0, 0, 16, 'f', 't', 'y', 'p', 'm', 'p', '4', '2'};
    System.arraycopy(start, 0, mp4, 0, start.length);
    Job job = new Workplace(store, Map.of()).upload(mp4);

    assertThat(failed(handle(message("1", job)))).isEmpty();
    assertThat(handedOver).extracting(JobEvent::key).containsExactly(job.original().key());
  }

  private static List<String> failed(SQSBatchResponse response) {
    return response.getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private SQSBatchResponse handle(String... messages) throws Exception {
    String json = "{\"Records\":[" + String.join(",", messages) + "]}";
    SQSEvent event =
        JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
            .build()
            .readValue(json, SQSEvent.class);
    return function.handleRequest(event, context(Duration.ofMinutes(1)));
  }

  private static String message(String id, Job job) {
    String body =
        """
        {"Records":[{"eventName":"ObjectCreated:Put","eventTime":"2026-05-16T16:30:15.000Z",
        "s3":{"bucket":{"name":"media"},"object":{"key":"%s","size":%d,"eTag":"%s",
        "sequencer":"0055AED6DCD90281E5"}}}]}"""
            .formatted(job.original().key(), job.size(), job.etag());
    return """
        {"messageId":"%s","eventSource":"aws:sqs","attributes":{"ApproximateReceiveCount":"1",
        "SentTimestamp":"1779000000000"},"body":"%s"}"""
        .formatted(id, body.replace("\n", "").replace("\"", "\\\""));
  }
}
