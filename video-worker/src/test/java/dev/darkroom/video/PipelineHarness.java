package dev.darkroom.video;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Owner;
import dev.darkroom.engine.ffmpeg.EngineFinder;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.batch.JobMessage;
import dev.darkroom.stage.config.WorkerSettings;
import dev.darkroom.stage.job.Job;
import dev.darkroom.stage.job.SampleJob;
import dev.darkroom.stage.store.InMemoryObjectStore;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.stage.store.Read;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the pipeline on videos in an in-memory bucket. */
final class PipelineHarness {
  static final MediaId ID = new MediaId("0123456789abcdefghjkmnpqrs");

  final InMemoryObjectStore store = new InMemoryObjectStore();

  static VideoSettings settings() {
    return settings(Map.of());
  }

  /**
   * Makes settings without an engine and streams by default, so that no test depends on an
   * installation.
   */
  static VideoSettings settings(Map<String, String> some) {
    var all =
        new HashMap<>(Map.of("darkroom.engine", "/nowhere/ffmpeg", "darkroom.stream", "never"));
    all.putAll(some);
    return VideoSettings.of(WorkerSettings.detached(all));
  }

  /** Returns the program that tests use as the engine. */
  static String engine() {
    return EngineFinder.find(null, System.getenv("PATH"))
        .orElseThrow()
        .program()
        .executable()
        .toString();
  }

  Job put(String fileName, byte[] bytes) {
    String key = "originals/video/local/" + ID + "/" + fileName;
    var options = new PutOptions("application/octet-stream", null, null, Map.of());
    String etag = store.put(key, options, bytes).etag();
    var original = new OriginalKey(MediaKind.VIDEO, Owner.LOCAL, ID, key, fileName);
    return SampleJob.of(original, etag, bytes.length, Deadline.after(Duration.ofMinutes(1)));
  }

  Outcome process(String fileName, byte[] bytes) throws Exception {
    return process(put(fileName, bytes));
  }

  Outcome process(Job job) throws Exception {
    return process(job, settings());
  }

  Outcome process(Job job, VideoSettings settings) throws Exception {
    return Wiring.pipeline(store, settings).process(job);
  }

  byte[] stored(String key) throws IOException {
    try (Read.Opened opened = (Read.Opened) store.openLatest(key)) {
      return opened.body().readAllBytes();
    }
  }

  static SQSEvent event(Job job) {
    var message = new SQSEvent.SQSMessage();
    message.setMessageId("1");
    message.setBody(
        JobMessage.of(
            JobEvent.written(
                "media",
                job.original().key(),
                job.etag(),
                "0A",
                Instant.parse("2026-01-01T00:00:00Z"))));
    var event = new SQSEvent();
    event.setRecords(List.of(message));
    return event;
  }

  /** Finds the folder of sample videos beside the checkout. */
  static Optional<Path> samples() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path videos = at.resolve("shared/media/videos");
      if (Files.isDirectory(videos)) {
        return Optional.of(videos);
      }
    }
    return Optional.empty();
  }

  static byte[] sample(String name) {
    try {
      return Files.readAllBytes(samples().orElseThrow().resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
