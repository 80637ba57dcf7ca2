package dev.darkroom.notify;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.Media;
import dev.darkroom.contract.MediaFormat;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Missing;
import dev.darkroom.contract.Placeholder;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.Rendition;
import dev.darkroom.stage.job.Stage;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.S3ObjectStore;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;

/** Makes the function's parts from its settings. */
@Singleton
@RegisterForReflection(
    targets = {
      Manifest.class,
      Manifest.Original.class,
      Manifest.Processing.class,
      Media.class,
      Media.Color.class,
      Media.Picture.class,
      Media.Exposure.class,
      Media.Video.class,
      Media.Track.class,
      Placeholder.class,
      Rendition.class,
      Missing.class,
      Rejection.class,
      Manifest.Status.class,
      MediaKind.class,
      MediaFormat.class,
      ErrorCode.class,
      Marker.class,
      Marker.State.class,
      Completion.class,
      Completion.Original.class
    })
final class Wiring {
  private final NotifierConfig config;

  Wiring(NotifierConfig config) {
    this.config = config;
  }

  @Produces
  @Singleton
  ObjectStore store(S3Client s3) {
    return new S3ObjectStore(s3, config.bucket());
  }

  @Produces
  @Singleton
  Topic topic(SnsClient sns) {
    return new SnsTopic(sns, config.topicArn());
  }

  @Produces
  @Singleton
  Announcer announcer(ObjectStore store, Topic topic) {
    var writer = new NotificationWriter(new Mail(config.url()));
    return new Announcer(store, writer, topic, Clock.systemUTC());
  }

  @Produces
  @Singleton
  DeadLetters deadLetters(ObjectStore store) {
    return new DeadLetters(Stage.ofEnvironment("notifier"), store, Clock.systemUTC());
  }
}
