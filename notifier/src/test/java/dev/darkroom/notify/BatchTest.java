package dev.darkroom.notify;

import static dev.darkroom.stage.batch.SampleContext.context;
import static dev.darkroom.stage.store.SampleManifest.ID;
import static dev.darkroom.stage.store.SampleManifest.OWNER;
import static dev.darkroom.stage.store.SampleManifest.photo;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.stage.batch.Retries;
import dev.darkroom.stage.store.InMemoryObjectStore;
import dev.darkroom.stage.store.Manifests;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PutOptions;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** The function as it is wired, with a batch as Lambda hands it over. */
@QuarkusTest
@WithTestResource(value = IdleRuntime.class, scope = TestResourceScope.GLOBAL)
@TestProfile(BatchTest.WithFakes.class)
final class BatchTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES).build();
  private static final Map<String, Duration> POSTPONED = new ConcurrentHashMap<>();
  private static final String DROPPED = "originals/video/party 1.mov";

  @Inject
  @Named("notifier")
  NotifierFunction function;

  @Inject ObjectStore store;
  @Inject Topic topic;

  @Test
  void announcesCompletionsGivesUpOnDeadLettersAndNamesWhatNobodyCanRead() throws IOException {
    new Manifests(store).commit(photo().build());
    String manifest = store.head(ProcessedKey.manifest(OWNER, ID).key()).orElseThrow().etag();
    String original = store.put(DROPPED, PutOptions.json(), new byte[7]).etag();

    var answer = function.handleRequest(batch(manifest, original), context(Duration.ofMinutes(1)));

    assertThat(answer.getBatchItemFailures())
        .extracting(BatchItemFailure::getItemIdentifier)
        .containsExactly("unreadable");
    assertThat(POSTPONED)
        .containsExactly(
            Map.entry(
                "arn:aws:sqs:eu-central-1:123456789012:Completions AQEBunreadable",
                Duration.ofSeconds(150)));
    assertThat(((FakeTopic) topic).published())
        .extracting(Notification::subject)
        .containsExactly("\"beach.jpg\" is ready");
    Manifest givenUp =
        new Manifests(store).find(Owner.LOCAL, MediaId.derived(DROPPED)).orElseThrow().manifest();
    assertThat(Objects.requireNonNull(givenUp.error()).code()).isEqualTo(ErrorCode.GAVE_UP);
    assertThat(givenUp.original().fileName()).isEqualTo("party 1.mov");
  }

  private static SQSEvent batch(String manifestEtag, String originalEtag) throws IOException {
    String name = "/events/batch.json";
    try (var in = Objects.requireNonNull(BatchTest.class.getResourceAsStream(name), name)) {
      String json =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .replace("@MANIFEST@", manifestEtag)
              .replace("@ORIGINAL@", originalEtag);
      return JSON.readValue(json, SQSEvent.class);
    }
  }

  /** The stack's environment, and fakes for what is behind it. */
  public static final class WithFakes implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "darkroom.bucket", "darkroom-media",
          "darkroom.topic-arn", "arn:aws:sns:eu-central-1:123456789012:MediaCompletions",
          "darkroom.warm-up", "false");
    }

    @Override
    public java.util.Set<Class<?>> getEnabledAlternatives() {
      return java.util.Set.of(Fakes.class);
    }
  }

  /** Stands in for S3 and SNS. */
  @Alternative
  @Singleton
  public static final class Fakes {
    @Produces
    @Singleton
    ObjectStore store() {
      return new InMemoryObjectStore();
    }

    @Produces
    @Singleton
    Retries retries() {
      return (queue, receipt, delay) -> POSTPONED.put(queue + " " + receipt, delay);
    }

    @Produces
    @Singleton
    Topic topic() {
      return new FakeTopic();
    }
  }
}
