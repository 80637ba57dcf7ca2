package dev.darkroom.video;

import dev.darkroom.codec.mp4.Mp4Limits;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.job.JobRunner;
import dev.darkroom.job.Processor;
import dev.darkroom.job.Stage;
import dev.darkroom.store.JobQueues;
import dev.darkroom.store.ObjectStore;
import dev.darkroom.store.S3ObjectStore;
import dev.darkroom.video.frame.Decoders;
import dev.darkroom.video.frame.FrameLimits;
import dev.darkroom.video.read.RangedOriginal;
import dev.darkroom.video.step.Open;
import dev.darkroom.video.step.OutputMaker;
import dev.darkroom.video.step.Poster;
import dev.darkroom.video.step.Probe;
import dev.darkroom.video.step.Produce;
import dev.darkroom.video.step.StillFinder;
import dev.darkroom.video.step.Store;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Makes the function's parts from its settings. */
@Singleton
final class Wiring {
  private final VideoConfig config;

  Wiring(VideoConfig config) {
    this.config = config;
  }

  @Produces
  @Singleton
  ObjectStore store(S3Client s3) {
    return new S3ObjectStore(s3, config.bucket());
  }

  /** Behind a proxy, which makes it on first use: few videos turn out to be pictures. */
  @Produces
  @ApplicationScoped
  JobQueues queues(SqsClient sqs) {
    return JobQueues.sqs(
        sqs,
        Map.of(MediaKind.IMAGE, config.imageQueueUrl(), MediaKind.VIDEO, config.videoQueueUrl()));
  }

  @Produces
  @Singleton
  @Startup
  JobRunner runner(ObjectStore store, JobQueues queues) {
    return new JobRunner(
        Stage.ofEnvironment("video-worker"),
        MediaKind.VIDEO,
        store,
        queues,
        pipeline(store, config.video()),
        Clock.systemUTC());
  }

  static Processor pipeline(ObjectStore store, VideoConfig.Video config) {
    return new VideoPipeline(
        new Open(
            store,
            new RangedOriginal.Limits(
                Math.toIntExact(config.readAhead().asLongValue()), config.maxRequests())),
        new Probe(limits(config), config.timeBudget()),
        new Produce(List.of(poster(config))),
        new Store(store));
  }

  private static OutputMaker poster(VideoConfig.Video config) {
    return new Poster(
        new StillFinder(
            new Decoders(new FrameLimits(config.maxFrameEdge())),
            config.posterCandidates(),
            Math.toIntExact(config.maxFrameSize().asLongValue())),
        new Poster.Settings(config.posterEdge(), config.thumbEdge(), config.jpegQuality()));
  }

  private static Mp4Limits limits(VideoConfig.Video config) {
    Mp4Limits standard = Mp4Limits.DEFAULT;
    return new Mp4Limits(
        Math.toIntExact(config.maxIndexSize().asLongValue()),
        standard.boxes(),
        standard.tracks(),
        standard.samples(),
        standard.fragments());
  }
}
