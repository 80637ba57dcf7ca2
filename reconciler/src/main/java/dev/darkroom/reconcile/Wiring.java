package dev.darkroom.reconcile;

import dev.darkroom.reconcile.mend.Completions;
import dev.darkroom.reconcile.mend.Mending;
import dev.darkroom.stage.store.JobQueues;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.S3ObjectStore;
import dev.darkroom.stage.stream.StreamQueue;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.Config;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Makes the reconciler's parts from its settings. */
@Singleton
final class Wiring {
  private final ReconcilerSettings settings;

  Wiring(Config config) {
    this.settings = ReconcilerSettings.of(name -> config.getOptionalValue(name, String.class));
  }

  /** Observing the start makes it fail when a setting is not valid. Nobody waits for a warm one. */
  void start(@Observes StartupEvent start) {}

  @Produces
  @Singleton
  ReconcilerSettings settings() {
    return settings;
  }

  @Produces
  @Singleton
  ObjectStore store(S3Client s3) {
    return new S3ObjectStore(s3, settings.bucket());
  }

  @Produces
  @Singleton
  Reconciliation reconciliation(ObjectStore store, SqsClient sqs) {
    var mending =
        new Mending(
            settings.bucket(),
            store,
            JobQueues.sqs(sqs, settings.jobQueues()),
            StreamQueue.sqs(sqs, settings.streamQueue()),
            Completions.sqs(sqs, settings.completionQueue()));
    return new Reconciliation(store, mending, settings.ages(), Clock.systemUTC());
  }
}
