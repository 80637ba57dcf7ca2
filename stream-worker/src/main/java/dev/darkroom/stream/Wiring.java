package dev.darkroom.stream;

import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.engine.ffmpeg.EngineFinder;
import dev.darkroom.engine.stream.StreamCoder;
import dev.darkroom.stage.batch.Retries;
import dev.darkroom.stage.job.Stage;
import dev.darkroom.stage.store.JobQueues;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.S3ObjectStore;
import dev.darkroom.stage.store.SqsRetries;
import dev.darkroom.stage.stream.StreamQueue;
import dev.darkroom.stage.warmup.WarmUp;
import dev.darkroom.stream.assemble.StreamAssembler;
import dev.darkroom.stream.code.EngineCoding;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Makes the stream worker's parts from its settings. */
@Singleton
final class Wiring {
  private final StreamSettings settings;

  Wiring(Config config) {
    this.settings = StreamSettings.of(name -> config.getOptionalValue(name, String.class));
  }

  /** Observing the start also makes it fail when a setting is not valid, and the runner exist. */
  void start(@Observes StartupEvent start, ObjectStore store, StreamRunner runner) {
    if (settings.warmUp()) {
      WarmUp.run(() -> store.head(OriginalKey.PREFIX + "warm-up"));
    }
  }

  @Produces
  @Singleton
  StreamSettings settings() {
    return settings;
  }

  @Produces
  @Singleton
  ObjectStore store(S3Client s3) {
    return new S3ObjectStore(s3, settings.bucket());
  }

  /** Scoped so that a proxy makes it on first use: of all tasks, few send one. */
  @Produces
  @ApplicationScoped
  StreamQueue streams(SqsClient sqs) {
    return StreamQueue.sqs(sqs, settings.streamQueue());
  }

  @Produces
  @ApplicationScoped
  JobQueues jobs(SqsClient sqs) {
    return JobQueues.sqs(sqs, Map.of(MediaKind.VIDEO, settings.videoQueue()));
  }

  @Produces
  @ApplicationScoped
  Retries retries(SqsClient sqs) {
    return new SqsRetries(sqs);
  }

  @Produces
  @Singleton
  StreamRunner runner(ObjectStore store, StreamQueue streams, JobQueues jobs) {
    var finishing =
        new Finishing(
            Stage.ofEnvironment("stream-worker"),
            store,
            jobs,
            new StreamAssembler(store),
            Clock.systemUTC());
    return new StreamRunner(store, streams, jobs, new EngineCoding(store, coder()), finishing);
  }

  private @Nullable StreamCoder coder() {
    return EngineFinder.find(settings.engine().orElse(null), System.getenv("PATH"))
        .map(engine -> new StreamCoder(engine.program(), settings.encoder()))
        .orElse(null);
  }
}
