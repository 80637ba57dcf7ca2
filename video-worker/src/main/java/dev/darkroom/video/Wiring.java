package dev.darkroom.video;

import dev.darkroom.codec.mp4.Mp4Limits;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.engine.ffmpeg.EngineFinder;
import dev.darkroom.engine.ffmpeg.KeyframeEngine;
import dev.darkroom.engine.ffmpeg.PipeEngine;
import dev.darkroom.engine.rewrap.Rewrapper;
import dev.darkroom.engine.stream.EncoderSettings;
import dev.darkroom.engine.stream.StreamCoder;
import dev.darkroom.stage.batch.Retries;
import dev.darkroom.stage.job.JobRunner;
import dev.darkroom.stage.job.Processor;
import dev.darkroom.stage.job.Stage;
import dev.darkroom.stage.store.JobQueues;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.S3ObjectStore;
import dev.darkroom.stage.store.SqsRetries;
import dev.darkroom.stage.stream.StreamQueue;
import dev.darkroom.stage.warmup.WarmUp;
import dev.darkroom.video.frame.FrameDecoders;
import dev.darkroom.video.picture.PictureEncoder;
import dev.darkroom.video.picture.Poster;
import dev.darkroom.video.picture.Preview;
import dev.darkroom.video.picture.Storyboard;
import dev.darkroom.video.plan.StreamPlanner;
import dev.darkroom.video.rewrap.ContainerRewrapper;
import dev.darkroom.video.step.MakeCaptions;
import dev.darkroom.video.step.MakeHls;
import dev.darkroom.video.step.MakePictures;
import dev.darkroom.video.step.MakeWebReady;
import dev.darkroom.video.step.Open;
import dev.darkroom.video.step.PlanStream;
import dev.darkroom.video.step.Probe;
import dev.darkroom.video.step.Rewrap;
import dev.darkroom.video.step.StoreOutputs;
import dev.darkroom.video.still.EngineStillDecoder;
import dev.darkroom.video.still.FallbackStillDecoder;
import dev.darkroom.video.still.JavaStillDecoder;
import dev.darkroom.video.still.StillDecoder;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Makes the video worker's parts from its settings. */
@Singleton
final class Wiring {
  /** Each has a frame in memory, of some 40 MB at the largest size. */
  private static final int MAX_DECODING_THREADS = 2;

  private final VideoSettings settings;

  Wiring(Config config) {
    this.settings = VideoSettings.of(name -> config.getOptionalValue(name, String.class));
  }

  /** Observing the start also makes it fail when a setting is not valid, and the runner exist. */
  void start(@Observes StartupEvent start, ObjectStore store, JobRunner runner) {
    if (settings.worker().warmUp()) {
      WarmUp.run(() -> store.head(OriginalKey.PREFIX + "warm-up"));
    }
  }

  @Produces
  @Singleton
  VideoSettings settings() {
    return settings;
  }

  @Produces
  @Singleton
  ObjectStore store(S3Client s3) {
    return new S3ObjectStore(s3, settings.worker().bucket());
  }

  /** Scoped so that a proxy makes it on first use: few videos turn out to be pictures. */
  @Produces
  @ApplicationScoped
  JobQueues queues(SqsClient sqs) {
    return JobQueues.sqs(sqs, settings.worker().jobQueues());
  }

  @Produces
  @ApplicationScoped
  StreamQueue streams(SqsClient sqs) {
    return StreamQueue.sqs(sqs, settings.streamQueue());
  }

  /** Scoped like the queues: few jobs fail. */
  @Produces
  @ApplicationScoped
  Retries retries(SqsClient sqs) {
    return new SqsRetries(sqs);
  }

  @Produces
  @Singleton
  JobRunner runner(ObjectStore store, JobQueues queues, StreamQueue streams) {
    return new JobRunner(
        Stage.ofEnvironment("video-worker").shapedBy(settings.shaping()),
        MediaKind.VIDEO,
        store,
        queues,
        streams,
        pipeline(store, settings),
        Clock.systemUTC());
  }

  static Processor pipeline(ObjectStore store, VideoSettings settings) {
    KeyframeEngine engine =
        EngineFinder.find(settings.worker().engine().orElse(null), System.getenv("PATH"))
            .orElse(null);
    return new VideoPipeline(
        new Open(store, settings.reads()),
        new Rewrap(
            new ContainerRewrapper(
                store,
                engine == null ? null : new Rewrapper(new PipeEngine(engine.program())),
                settings.containers())),
        new Probe(limits(settings), settings.timeBudget()),
        pictures(settings, engine),
        new MakeWebReady(store, limits(settings)),
        new MakeCaptions(limits(settings)),
        stream(store, settings, engine),
        new MakeHls(store, limits(settings), settings.hls()),
        new StoreOutputs(store));
  }

  private static PlanStream stream(
      ObjectStore store, VideoSettings settings, @Nullable KeyframeEngine engine) {
    return new PlanStream(
        store,
        new StreamPlanner(store, settings.stream()),
        limits(settings),
        engine == null ? null : new StreamCoder(engine.program(), EncoderSettings.DEFAULT));
  }

  private static StillDecoder decoder(VideoSettings settings, @Nullable KeyframeEngine engine) {
    int threads = Math.min(MAX_DECODING_THREADS, Runtime.getRuntime().availableProcessors());
    int maxFrameSize = settings.maxFrameSize();
    return new FallbackStillDecoder(
        new JavaStillDecoder(new FrameDecoders(settings.frames()), maxFrameSize, threads),
        engine == null ? null : new EngineStillDecoder(engine, maxFrameSize, threads));
  }

  private static MakePictures pictures(VideoSettings settings, @Nullable KeyframeEngine engine) {
    var encoder = new PictureEncoder(settings.jpegQuality(), settings.webpQuality());
    return new MakePictures(
        decoder(settings, engine),
        new Poster(settings.poster(), encoder),
        new Storyboard(settings.tileEdge(), encoder),
        new Preview(settings.previewEdge()));
  }

  private static Mp4Limits limits(VideoSettings settings) {
    Mp4Limits standard = Mp4Limits.DEFAULT;
    return new Mp4Limits(
        settings.maxIndexSize(),
        standard.boxes(),
        standard.tracks(),
        standard.samples(),
        standard.fragments());
  }
}
