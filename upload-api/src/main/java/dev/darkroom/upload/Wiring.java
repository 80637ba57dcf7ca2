package dev.darkroom.upload;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.stage.metrics.Metrics;
import dev.darkroom.stage.reprocess.Reprocessing;
import dev.darkroom.stage.store.JobQueues;
import dev.darkroom.stage.store.ManifestJson;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.Originals;
import dev.darkroom.stage.store.S3ObjectStore;
import dev.darkroom.stage.stream.WorkFinder;
import dev.darkroom.stage.warmup.WarmUp;
import dev.darkroom.upload.config.UploadLimits;
import dev.darkroom.upload.config.UploadSettings;
import dev.darkroom.upload.http.Caller;
import dev.darkroom.upload.intake.MediaIds;
import dev.darkroom.upload.link.Presigner;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import org.eclipse.microprofile.config.Config;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Makes the API's parts from its settings. */
@Singleton
final class Wiring {
  private final UploadSettings settings;

  Wiring(Config config) {
    this.settings = UploadSettings.of(name -> config.getOptionalValue(name, String.class));
  }

  /** Observing the start also makes it fail when a setting is not valid. */
  void start(@Observes StartupEvent start, ObjectStore store, Presigner presigner) {
    if (settings.warmUp()) {
      String key = ProcessedKey.PREFIX + "warm-up";
      WarmUp.run(() -> presigner.view(key, "image/jpeg"), () -> store.head(key));
    }
  }

  @Produces
  @Singleton
  UploadSettings settings() {
    return settings;
  }

  @Produces
  @Singleton
  UploadLimits limits() {
    return settings.limits();
  }

  @Produces
  @Singleton
  ObjectStore store(S3Client s3) {
    return new S3ObjectStore(s3, settings.bucket());
  }

  @Produces
  @Singleton
  Presigner presigner(S3Presigner s3, UploadLimits limits) {
    return new Presigner(s3, settings.bucket(), limits);
  }

  /** Scoped so that a proxy makes it on first use: most processes never send a job. */
  @Produces
  @ApplicationScoped
  JobQueues queues(SqsClient sqs) {
    return JobQueues.sqs(sqs, settings.jobQueues());
  }

  @Produces
  @Singleton
  Originals originals(ObjectStore store) {
    return new Originals(store);
  }

  @Produces
  @Singleton
  WorkFinder work(ObjectStore store) {
    return new WorkFinder(store);
  }

  @Produces
  @Singleton
  Reprocessing reprocessing(ObjectStore store, JobQueues queues, Clock clock) {
    return new Reprocessing(store, queues, clock, settings.bucket());
  }

  @Produces
  @RequestScoped
  Caller caller(APIGatewayV2HTTPEvent event) {
    return Caller.of(settings.authentication(), event);
  }

  @Produces
  @Singleton
  Metrics metrics() {
    return new Metrics("upload-api");
  }

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  MediaIds ids(Clock clock) {
    return new MediaIds(clock, new SecureRandom());
  }

  /**
   * Gives the contract's values the same JSON form here as in the manifest. Static, because the
   * REST layer needs it before any settings are read.
   */
  @Produces
  @Singleton
  static ObjectMapper json() {
    return ManifestJson.mapper(JsonMapper.builder()).build();
  }
}
