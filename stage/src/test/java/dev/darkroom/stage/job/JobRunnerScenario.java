package dev.darkroom.stage.job;

import static dev.darkroom.stage.store.SampleManifest.ID;
import static dev.darkroom.stage.store.SampleManifest.OWNER;
import static dev.darkroom.stage.store.SampleManifest.PHOTO;
import static dev.darkroom.stage.store.SampleManifest.UPLOADED_AT;
import static dev.darkroom.stage.store.SampleManifest.photo;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.contract.Rendition;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.batch.Delivery;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.store.InMemoryObjectStore;
import dev.darkroom.stage.store.Manifests;
import dev.darkroom.stage.store.PutOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A bucket with one original, and workers that process it. */
abstract class JobRunnerScenario {
  static final String KEY = photo().key();
  static final String MANIFEST = ProcessedKey.manifest(OWNER, ID).key();
  static final Instant NOW = UPLOADED_AT.plusSeconds(5);
  static final Deadline DEADLINE = Deadline.after(Duration.ofHours(1));

  final InMemoryObjectStore store = new InMemoryObjectStore();
  final Manifests manifests = new Manifests(store);
  final List<Sent> sent = new ArrayList<>();
  final List<JobEvent> tasks = new ArrayList<>();
  final List<Job> jobs = new ArrayList<>();
  int sequence = 0x0A;

  record Sent(MediaKind kind, JobEvent job) {}

  void run(JobEvent event, Processor processor, int attempt) throws Exception {
    Processor counted =
        job -> {
          jobs.add(job);
          return processor.process(job);
        };
    new JobRunner(
            new Stage("image-worker", 1024),
            MediaKind.IMAGE,
            store,
            (kind, job) -> sent.add(new Sent(kind, job)),
            (about, tasks) -> tasks.forEach(task -> this.tasks.add(about.with(task))),
            counted,
            Clock.fixed(NOW, ZoneOffset.UTC))
        .handle(event, new Delivery("m1", attempt, UPLOADED_AT), DEADLINE);
  }

  Outcome complete(Job job) {
    return complete(job, job.etag());
  }

  Outcome complete(Job job, String content) {
    byte[] bytes = content.getBytes(UTF_8);
    String key = job.outputs().key("large", "jpg", bytes);
    store.put(key, PutOptions.rendition("image/jpeg"), bytes);
    var large = new Rendition("large", key, "image/jpeg", 1920, 1440, bytes.length);
    return new Outcome.Completed(PHOTO, null, List.of(large), List.of());
  }

  static OriginalKey original() {
    return OriginalKey.parse(KEY).orElseThrow();
  }

  List<String> named() {
    return current().orElseThrow().renditions().stream().map(Rendition::key).toList();
  }

  List<String> outputs() {
    return store.keys(ProcessedKey.PREFIX).stream().filter(key -> !key.equals(MANIFEST)).toList();
  }

  /** Puts the content at the original's key, and gives its event: later than those before. */
  JobEvent upload(String content) {
    byte[] bytes = content.getBytes(UTF_8);
    var options = new PutOptions("image/jpeg", null, null, Map.of("file-name", "Am%20Strand.jpg"));
    String etag = store.put(KEY, options, bytes).etag();
    String sequencer = String.format(java.util.Locale.ROOT, "%02X", sequence++);
    return event(KEY, etag, sequencer);
  }

  static JobEvent event(String key, String etag, @Nullable String sequencer) {
    return JobEvent.written("media", key, etag, sequencer, UPLOADED_AT);
  }

  Optional<Manifest> current() {
    return manifests.find(OWNER, ID).map(Manifests.Stored::manifest);
  }
}
