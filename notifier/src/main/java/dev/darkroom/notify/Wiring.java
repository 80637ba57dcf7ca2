package dev.darkroom.notify;

import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.stage.batch.Retries;
import dev.darkroom.stage.job.Stage;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.S3ObjectStore;
import dev.darkroom.stage.store.SqsRetries;
import dev.darkroom.stage.warmup.WarmUp;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.Config;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Makes the notifier's parts from its settings. */
@Singleton
final class Wiring {
  private final NotifierSettings settings;

  Wiring(Config config) {
    this.settings = NotifierSettings.of(name -> config.getOptionalValue(name, String.class));
  }

  /** Observing the start also makes it fail when a setting is not valid. */
  void start(@Observes StartupEvent start, ObjectStore store, SnsClient sns) {
    if (settings.warmUp()) {
      WarmUp.run(
          () -> store.head(ProcessedKey.PREFIX + "warm-up"),
          () -> sns.getTopicAttributes(r -> r.topicArn(settings.topicArn())));
    }
  }

  @Produces
  @Singleton
  NotifierSettings settings() {
    return settings;
  }

  /** Scoped so that a proxy makes it on first use: most processes never postpone a message. */
  @Produces
  @ApplicationScoped
  Retries retries(SqsClient sqs) {
    return new SqsRetries(sqs);
  }

  @Produces
  @Singleton
  ObjectStore store(S3Client s3) {
    return new S3ObjectStore(s3, settings.bucket());
  }

  @Produces
  @Singleton
  Topic topic(SnsClient sns) {
    return new SnsTopic(sns, settings.topicArn());
  }

  @Produces
  @Singleton
  Announcer announcer(ObjectStore store, Topic topic) {
    var writer = new NotificationWriter(new Mail(settings.url()));
    return new Announcer(store, writer, topic, Clock.systemUTC());
  }

  @Produces
  @Singleton
  DeadLetters deadLetters(ObjectStore store) {
    return new DeadLetters(Stage.ofEnvironment("notifier"), store, Clock.systemUTC());
  }
}
