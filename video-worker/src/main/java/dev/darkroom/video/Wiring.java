package dev.darkroom.video;

import dev.darkroom.codec.mp4.Mp4Limits;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.engine.ffmpeg.Engines;
import dev.darkroom.engine.ffmpeg.KeyframeEngine;
import dev.darkroom.stage.job.JobRunner;
import dev.darkroom.stage.job.Processor;
import dev.darkroom.stage.job.Stage;
import dev.darkroom.stage.store.JobQueues;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.S3ObjectStore;
import dev.darkroom.video.frame.FrameDecoders;
import dev.darkroom.video.frame.FrameLimits;
import dev.darkroom.video.picture.PictureEncoder;
import dev.darkroom.video.picture.Poster;
import dev.darkroom.video.picture.Preview;
import dev.darkroom.video.picture.Storyboard;
import dev.darkroom.video.read.RangedOriginal;
import dev.darkroom.video.step.MakeHls;
import dev.darkroom.video.step.MakePictures;
import dev.darkroom.video.step.MakeWebReady;
import dev.darkroom.video.step.Open;
import dev.darkroom.video.step.Probe;
import dev.darkroom.video.step.StoreOutputs;
import dev.darkroom.video.still.EngineStillDecoder;
import dev.darkroom.video.still.FallbackStillDecoder;
import dev.darkroom.video.still.JavaStillDecoder;
import dev.darkroom.video.still.StillDecoder;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Makes the function's parts from its settings. */
@Singleton
final class Wiring {
  /** Each has a frame in memory, of some 40 MB at the largest size. */
  private static final int MAX_DECODING_THREADS = 2;

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
        pipeline(store, config),
        Clock.systemUTC());
  }

  static Processor pipeline(ObjectStore store, VideoConfig whole) {
    VideoConfig.Video config = whole.video();
    return new VideoPipeline(
        new Open(
            store,
            new RangedOriginal.Limits(
                Math.toIntExact(config.readAhead().asLongValue()), config.maxRequests())),
        new Probe(limits(config), config.timeBudget()),
        pictures(whole),
        new MakeWebReady(store, limits(config)),
        new MakeHls(store, config.hls()),
        new StoreOutputs(store));
  }

  private static StillDecoder decoder(VideoConfig config) {
    int threads = Math.min(MAX_DECODING_THREADS, Runtime.getRuntime().availableProcessors());
    int maxFrameSize = Math.toIntExact(config.video().maxFrameSize().asLongValue());
    var decoders = new FrameDecoders(new FrameLimits(config.video().maxFrameEdge()));
    KeyframeEngine engine =
        Engines.find(config.engine().orElse(null), System.getenv("PATH")).orElse(null);
    return new FallbackStillDecoder(
        new JavaStillDecoder(decoders, maxFrameSize, threads),
        engine == null ? null : new EngineStillDecoder(engine, maxFrameSize, threads));
  }

  private static MakePictures pictures(VideoConfig whole) {
    VideoConfig.Video config = whole.video();
    var encoder = new PictureEncoder(config.jpegQuality(), config.webpQuality());
    var sizes =
        new Poster.Sizes(
            config.posterEdge(), config.mediumEdge(), config.smallEdge(), config.thumbEdge());
    return new MakePictures(
        decoder(whole),
        new Poster(sizes, encoder),
        new Storyboard(config.tileEdge(), encoder),
        new Preview(config.previewEdge()));
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
