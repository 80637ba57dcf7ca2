package dev.darkroom.image;

import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.image.step.Rehearsal;
import dev.darkroom.stage.batch.Retries;
import dev.darkroom.stage.job.JobRunner;
import dev.darkroom.stage.job.Stage;
import dev.darkroom.stage.store.JobQueues;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.S3ObjectStore;
import dev.darkroom.stage.store.SqsRetries;
import dev.darkroom.stage.stream.StreamQueue;
import dev.darkroom.stage.warmup.WarmUp;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.Config;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Makes the image worker's parts from its settings. */
@Singleton
final class Wiring {
  private final ImageSettings settings;

  Wiring(Config config) {
    this.settings = ImageSettings.of(name -> config.getOptionalValue(name, String.class));
  }

  /** Observing the start also makes it fail when a setting is not valid. */
  void start(@Observes StartupEvent start, ObjectStore store) {
    if (settings.worker().warmUp()) {
      WarmUp.run(
          () -> Rehearsal.play(settings.turbo()), () -> store.head(OriginalKey.PREFIX + "warm-up"));
    }
  }

  @Produces
  @Singleton
  ImageSettings settings() {
    return settings;
  }

  @Produces
  @Singleton
  ObjectStore store(S3Client s3) {
    return new S3ObjectStore(s3, settings.worker().bucket());
  }

  @Produces
  @Singleton
  Retries retries(SqsClient sqs) {
    return new SqsRetries(sqs);
  }

  @Produces
  @Singleton
  JobRunner jobRunner(ObjectStore store, SqsClient sqs) {
    return new JobRunner(
        Stage.ofEnvironment("image-worker").shapedBy(settings.shaping()),
        MediaKind.IMAGE,
        store,
        JobQueues.sqs(sqs, settings.worker().jobQueues()),
        StreamQueue.none(),
        new ImagePipeline(store, settings),
        Clock.systemUTC());
  }
}
