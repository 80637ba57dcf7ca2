package dev.darkroom.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.reconcile.mend.Mending;
import dev.darkroom.reconcile.pass.Ages;
import dev.darkroom.stage.announce.Marker;
import dev.darkroom.stage.announce.Markers;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.store.ForwardingObjectStore;
import dev.darkroom.stage.store.InMemoryObjectStore;
import dev.darkroom.stage.store.Manifests;
import dev.darkroom.stage.store.ObjectInfo;
import dev.darkroom.stage.store.ObjectPage;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.stage.store.Read;
import dev.darkroom.stage.store.SampleManifest;
import dev.darkroom.stage.store.Version;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A bucket in which time passes when a test says so, and the queues that the reconciler fills. */
final class World {
  static final Ages AGES =
      new Ages(Duration.ofHours(2), Duration.ofHours(4), Duration.ofHours(6), Duration.ofHours(1));
  static final Duration LONG = Duration.ofHours(7);

  /** Messages that were sent, by queue. */
  record Sent(String queue, JobEvent event) {}

  final List<Sent> sent = new ArrayList<>();
  final InMemoryObjectStore bucket;
  final Counting store;
  final Manifests manifests;
  private final Passing clock = new Passing();

  World() {
    bucket = new InMemoryObjectStore(clock);
    store = new Counting(bucket);
    manifests = new Manifests(bucket);
  }

  /** Time that a test moves. */
  private static final class Passing extends Clock {
    private Instant now = SampleManifest.UPLOADED_AT;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  /** Counts requests by their kind. */
  static final class Counting extends ForwardingObjectStore {
    private final Map<String, Integer> requests = new HashMap<>();

    Counting(ObjectStore store) {
      super(store);
    }

    private void count(String kind) {
      requests.merge(kind, 1, Integer::sum);
    }

    /** Returns how often a kind of request was made since the last call of this. */
    int taken(String kind) {
      return Optional.ofNullable(requests.remove(kind)).orElse(0);
    }

    @Override
    public Optional<ObjectInfo> head(String key) {
      count("head");
      return super.head(key);
    }

    @Override
    public Read openLatest(String key) {
      count("get");
      return super.openLatest(key);
    }

    @Override
    public ObjectPage objects(String prefix, String after, int limit) {
      count("list");
      return super.objects(prefix, after, limit);
    }
  }

  Instant now() {
    return clock.instant();
  }

  void pass(Duration duration) {
    clock.now = clock.now.plus(duration);
  }

  String put(String key, String content) {
    return bucket.put(key, PutOptions.text(), content.getBytes(UTF_8)).etag();
  }

  /** Uploads the original of a sample. */
  SampleManifest upload(SampleManifest sample) {
    String etag = put(sample.key(), "original of " + sample.fileName());
    return sample.withContent(etag, "0A", now());
  }

  /** Finishes a sample, as a worker does. */
  void finish(SampleManifest sample) {
    manifests.commit(sample.build());
    sample.renditions().forEach(it -> put(it.key(), it.name()));
  }

  /** Notes that the manifest was announced, as the notifier does. */
  void announce() {
    var markers = new Markers(bucket);
    String etag = bucket.head(manifest().key()).orElseThrow().etag();
    Optional<Markers.Stored> found = markers.find(SampleManifest.OWNER, SampleManifest.ID);
    markers.replace(
        SampleManifest.OWNER, SampleManifest.ID, found, Marker.claimed(etag, now()).sent(now()));
  }

  static ProcessedKey manifest() {
    return ProcessedKey.manifest(SampleManifest.OWNER, SampleManifest.ID);
  }

  Report reconcile() {
    return reconcile(Optional.empty(), Deadline.after(Duration.ofHours(1)));
  }

  Report reconcile(Optional<Duration> olderThan, Deadline deadline) {
    return reconciliation(store).run(olderThan, deadline);
  }

  Reconciliation reconciliation(ObjectStore on) {
    var mending =
        new Mending(
            "media",
            on,
            (kind, job) -> sent.add(new Sent(kind.toString(), job)),
            (event, tasks) -> tasks.forEach(task -> sent.add(new Sent("stream", event.with(task)))),
            event -> sent.add(new Sent("completions", event)));
    return new Reconciliation(on, mending, AGES, clock);
  }

  /** Returns the only message that was sent since the last call of this. */
  JobEvent onlySent(String queue) {
    if (sent.size() != 1 || !sent.getFirst().queue().equals(queue)) {
      throw new AssertionError("sent were " + sent);
    }
    return sent.removeFirst().event();
  }

  static String generation(SampleManifest sample) {
    return Version.of(sample.build()).generation();
  }
}
