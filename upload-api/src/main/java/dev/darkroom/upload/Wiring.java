package dev.darkroom.upload;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.Media;
import dev.darkroom.contract.MediaFormat;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Missing;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.Placeholder;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.Rendition;
import dev.darkroom.stage.store.JobQueues;
import dev.darkroom.stage.store.ManifestJson;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.S3ObjectStore;
import dev.darkroom.upload.http.Caller;
import dev.darkroom.upload.link.Presigner;
import dev.darkroom.upload.link.UploadLimits;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Makes the function's parts from its settings. */
@Singleton
@RegisterForReflection(
    targets = {
      ErrorCode.class,
      Manifest.class,
      Manifest.Original.class,
      Manifest.Processing.class,
      Manifest.Status.class,
      Media.class,
      Media.Color.class,
      Media.Picture.class,
      Media.Exposure.class,
      Media.Track.class,
      Media.Video.class,
      MediaFormat.class,
      MediaId.class,
      MediaKind.class,
      Missing.class,
      Owner.class,
      Placeholder.class,
      Rejection.class,
      Rendition.class
    })
final class Wiring {
  private final UploadConfig config;

  Wiring(UploadConfig config) {
    this.config = config;
  }

  @Produces
  @Singleton
  UploadLimits limits() {
    return new UploadLimits(
        config.maxUploadSize().asLongValue(),
        config.maxBodySize().asLongValue(),
        config.uploadValidity(),
        config.linkValidity());
  }

  @Produces
  @Singleton
  ObjectStore store(S3Client s3) {
    return new S3ObjectStore(s3, config.bucket());
  }

  @Produces
  @Singleton
  Presigner presigner(S3Presigner s3, UploadLimits limits) {
    return new Presigner(s3, config.bucket(), limits);
  }

  /** Behind a proxy, which makes it on first use: most lives of the function send no job. */
  @Produces
  @ApplicationScoped
  JobQueues queues(SqsClient sqs) {
    return JobQueues.sqs(
        sqs,
        Map.of(MediaKind.IMAGE, config.imageQueueUrl(), MediaKind.VIDEO, config.videoQueueUrl()));
  }

  @Produces
  @RequestScoped
  Caller caller(APIGatewayV2HTTPEvent event) {
    return Caller.of(config.authentication(), event);
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
   * One JSON form for the contract's values, in the manifest and here. Static, since the REST layer
   * wants it before there are any settings.
   */
  @Produces
  @Singleton
  static ObjectMapper json() {
    return ManifestJson.mapper(JsonMapper.builder()).build();
  }
}
