package dev.darkroom.image;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.Media;
import dev.darkroom.contract.MediaFormat;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Missing;
import dev.darkroom.contract.Placeholder;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.Rendition;
import dev.darkroom.stage.job.JobRunner;
import dev.darkroom.stage.job.Stage;
import dev.darkroom.stage.store.JobQueues;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.S3ObjectStore;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** How the parts of the function are put together. */
@RegisterForReflection(
    targets = {
      Manifest.class,
      Manifest.Original.class,
      Manifest.Processing.class,
      Manifest.Status.class,
      Media.class,
      Media.Color.class,
      Media.Picture.class,
      Media.Exposure.class,
      Media.Video.class,
      Media.Track.class,
      MediaFormat.class,
      MediaKind.class,
      Missing.class,
      Placeholder.class,
      Rendition.class,
      Rejection.class,
      ErrorCode.class
    })
final class Wiring {
  @Produces
  @Singleton
  ImageSettings settings(ImageWorkerConfig config) {
    return ImageSettings.of(config);
  }

  @Produces
  @Singleton
  ObjectStore store(S3Client s3, ImageWorkerConfig config) {
    return new S3ObjectStore(s3, config.bucket());
  }

  @Produces
  @Singleton
  JobRunner jobRunner(
      ObjectStore store, SqsClient sqs, ImageWorkerConfig config, ImageSettings settings) {
    return new JobRunner(
        Stage.ofEnvironment("image-worker"),
        MediaKind.IMAGE,
        store,
        JobQueues.sqs(
            sqs,
            Map.of(
                MediaKind.IMAGE, config.imageQueueUrl(),
                MediaKind.VIDEO, config.videoQueueUrl())),
        new ImagePipeline(store, settings),
        Clock.systemUTC());
  }
}
