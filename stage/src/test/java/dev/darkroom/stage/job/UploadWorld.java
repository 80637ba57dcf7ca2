package dev.darkroom.stage.job;

import static dev.darkroom.stage.store.SampleManifest.PHOTO;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.OutputName;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.Rendition;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.batch.Delivery;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.store.InMemoryObjectStore;
import dev.darkroom.stage.store.ManifestJson;
import dev.darkroom.stage.store.Manifests;
import dev.darkroom.stage.store.ObjectInfo;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.stage.store.Read;
import dev.darkroom.stage.store.Tombstone;
import dev.darkroom.stage.store.Version;
import dev.darkroom.stage.store.Write;
import dev.darkroom.stage.stream.StreamQueue;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** One upload, and all that may happen to it, in an order that a seed determines. */
final class UploadWorld {
  /** What becomes of the original. */
  enum Fate {
    STAYS,
    OVERWRITTEN,
    DELETED
  }

  private static final String KEY = "originals/image/dropped.jpg";
  private static final OriginalKey ORIGINAL = OriginalKey.parse(KEY).orElseThrow();
  private static final String MANIFEST =
      ProcessedKey.manifest(ORIGINAL.owner(), ORIGINAL.id()).key();
  private static final String OUTPUTS = ProcessedKey.prefix(ORIGINAL.owner(), ORIGINAL.id());
  private static final Instant START = Instant.parse("2026-05-04T03:02:01Z");
  private static final int MAX_ACTORS = 6;
  private static final int MAX_ATTEMPTS = 3;
  private static final int MAX_STEPS = 10_000;

  private record Message(JobEvent event, int attempt) {}

  private final Random random;
  private final Fate fate;
  private final Interleaving actors;
  private final InMemoryObjectStore bucket = new InMemoryObjectStore();
  private final ObjectStore store;
  private final Manifests manifests;
  private final List<Message> queue = new ArrayList<>();
  private final List<JobEvent> events = new ArrayList<>();
  private final Set<String> named = new HashSet<>();
  private final Set<String> failed = new HashSet<>();
  private final Set<String> givenUp = new HashSet<>();
  private final Map<String, Manifest> known = new HashMap<>();
  private final List<Throwable> faults = new ArrayList<>();
  private final StringBuilder log = new StringBuilder();
  private int kills;
  private long time;
  private boolean deleted;

  UploadWorld(long seed, Fate fate) {
    this.random = new Random(seed * 31 + fate.name().hashCode());
    this.fate = fate;
    this.actors = new Interleaving(random);
    this.store = new SteppedStore(bucket, this::step, random);
    this.manifests = new Manifests(store);
    this.kills = random.nextInt(8);
  }

  void run() {
    start(this::writeOriginals);
    start(this::requestAgain);
    start(this::requestAgain);
    if (fate == Fate.DELETED) {
      start(this::deleteUpload);
    }
    try {
      for (int step = 0; !actors.idle() || !queue.isEmpty(); step++) {
        check(step < MAX_STEPS, "it does not come to rest");
        check(faults.isEmpty(), "faults: " + faults);
        if (!queue.isEmpty() && (actors.idle() || (actors.actors() < MAX_ACTORS && chance(4)))) {
          receive(queue.remove(random.nextInt(queue.size())));
        } else {
          actors.turn(killing());
        }
        checkCurrent();
      }
      checkEnd();
    } catch (AssertionError e) {
      throw new AssertionError(e.getMessage() + "\n" + log, e);
    }
  }

  private boolean killing() {
    if (kills > 0 && chance(40)) {
      kills--;
      return true;
    }
    return false;
  }

  /** Starts an actor that is never killed for good. */
  private void start(Interleaving.Task task) {
    actors.start(
        task,
        failure -> {
          if (failure instanceof Interleaving.Killed) {
            log.append("killed, starts over\n");
            start(task);
          } else if (failure != null) {
            faults.add(failure);
          }
        });
  }

  private void receive(Message message) {
    if (chance(8)) {
      queue.add(new Message(message.event(), message.attempt() + 1));
    }
    actors.start(
        () -> work(message),
        failure -> {
          if (failure != null) {
            log.append("  failed: ").append(failure).append('\n');
            failed.add(Version.of(message.event()).generation());
            queue.add(new Message(message.event(), message.attempt() + 1));
          }
        });
  }

  private void work(Message message) throws Exception {
    var delivery = new Delivery("m", message.attempt(), START);
    time++;
    log.append("worker ").append(message).append('\n');
    if (message.attempt() > MAX_ATTEMPTS) {
      giveUp(message.event(), delivery);
      return;
    }
    new JobRunner(
            new Stage("image-worker", 1024),
            MediaKind.IMAGE,
            store,
            (_, _) -> {},
            StreamQueue.none(),
            this::process,
            Clock.fixed(now(), ZoneOffset.UTC))
        .handle(message.event(), delivery, Deadline.after(Duration.ofHours(1)));
  }

  private Instant now() {
    return START.plusMillis(time);
  }

  /**
   * Makes an output that the settings change, which may be others in each worker, and one that many
   * originals have in common.
   */
  private Outcome process(Job job) throws Exception {
    int settings = random.nextInt(2);
    String content;
    switch (store.open(KEY, job.etag())) {
      case Read.Gone() -> {
        return new Outcome.Vanished();
      }
      case Read.Opened opened -> content = new String(opened.body().readAllBytes(), UTF_8);
    }
    var renditions = new ArrayList<Rendition>();
    renditions.add(output(job, "large", content + " in settings " + settings));
    renditions.add(output(job, "thumb", "much the same"));
    if (chance(8)) {
      throw new IOException("a passing fault");
    }
    return new Outcome.Completed(PHOTO, null, renditions, List.of());
  }

  private Rendition output(Job job, String name, String content) {
    byte[] bytes = content.getBytes(UTF_8);
    String key = job.outputs().key(name, "jpg", bytes);
    store.put(key, PutOptions.rendition("image/jpeg"), bytes);
    return new Rendition(name, key, "image/jpeg", 4, 3, bytes.length);
  }

  /** Does what the notifier does with a dead letter. */
  private void giveUp(JobEvent event, Delivery delivery) {
    givenUp.add(Version.of(event).generation());
    Optional<ObjectInfo> info =
        store.original(KEY).filter(found -> found.etag().equals(event.etag()));
    if (info.isEmpty()) {
      manifests.cleanUp(ORIGINAL, Version.of(event));
      return;
    }
    Manifest manifest =
        new ManifestBuilder(new Stage("notifier", 512), event, delivery, info.get(), now(), now())
            .rejected(
                ORIGINAL, MediaKind.IMAGE, new Outcome.Rejected(Rejection.of(ErrorCode.GAVE_UP)));
    if (manifests.commit(manifest) instanceof Manifests.Commit.Committed) {
      manifests.deleteIfOrphaned(ORIGINAL);
    } else {
      manifests.cleanUp(ORIGINAL, Version.of(event));
    }
  }

  private void writeOriginals() {
    int count = fate == Fate.OVERWRITTEN ? 2 + random.nextInt(3) : 1;
    while (events.size() < count) {
      pause(random.nextInt(30));
      byte[] bytes = ("picture " + random.nextInt(3)).getBytes(UTF_8);
      actors.step();
      var options = new PutOptions("image/jpeg", null, null, Map.of());
      time++;
      if (fate == Fate.DELETED && bucket.putIfAbsent(KEY, options, bytes) instanceof Write.Lost) {
        return;
      }
      String etag = bucket.put(KEY, options, bytes).etag();
      String sequencer = String.format(Locale.ROOT, "%04X", time);
      var event = JobEvent.written("media", KEY, etag, sequencer, now());
      log.append("uploaded ").append(event).append('\n');
      events.add(event);
      queue.add(new Message(event, 1));
    }
  }

  /** Does what the API does to process an upload again. */
  private void requestAgain() {
    int requests = random.nextInt(3);
    for (int request = 0; request < requests; request++) {
      pause(random.nextInt(15));
      Optional<Manifest> result =
          manifests.findReadable(ORIGINAL.owner(), ORIGINAL.id()).map(Manifests.Stored::manifest);
      Optional<ObjectInfo> info = store.original(KEY);
      boolean same =
          info.isPresent()
              && result.filter(it -> it.original().etag().equals(info.get().etag())).isPresent();
      if (info.isEmpty() || (!same && fate == Fate.OVERWRITTEN)) {
        continue;
      }
      Instant modified = START.plusMillis(lastUpload(info.get().etag()) / 20 * 20);
      JobEvent event =
          same
              ? JobEvent.written("media", result.get().original())
              : JobEvent.written("media", KEY, info.get().etag(), null, modified);
      time++;
      log.append("requested ").append(event.again(now())).append('\n');
      queue.add(new Message(event.again(now()), 1));
    }
  }

  private long lastUpload(String etag) {
    return events.stream()
        .filter(event -> event.etag().equals(etag))
        .mapToLong(event -> Duration.between(START, event.at()).toMillis())
        .max()
        .orElseThrow();
  }

  /** Does what the API does to delete an upload, and keeps out what is uploaded later. */
  private void deleteUpload() {
    pause(5 + random.nextInt(40));
    log.append("deletion\n");
    do {
      store.delete(List.of(KEY));
      Tombstone.put(store, KEY);
      manifests.deleteOutputs(ORIGINAL.owner(), ORIGINAL.id());
    } while (store.original(KEY).isPresent());
    deleted = true;
    log.append("deleted\n");
  }

  private void pause(int steps) {
    for (int i = 0; i < steps; i++) {
      actors.step();
    }
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private void checkCurrent() {
    Optional<Manifest> current = current();
    if (current.isEmpty() || bucket.original(KEY).isEmpty()) {
      return;
    }
    for (Rendition rendition : current.get().renditions()) {
      named.add(rendition.key());
      OutputName name = OutputName.parse(rendition.key().substring(OUTPUTS.length())).orElseThrow();
      check(
          bucket.openLatest(rendition.key()) instanceof Read.Opened opened
              && OutputName.content(bytes(opened)).equals(name.content()),
          "the current manifest names " + rendition.key());
    }
  }

  private void checkEnd() {
    Set<String> outputs = new HashSet<>(bucket.keys(OUTPUTS));
    if (bucket.original(KEY).isEmpty()) {
      check(outputs.isEmpty(), "left after deletion: " + outputs);
      return;
    }
    check(!deleted, "the original is back");
    Manifest manifest = current().orElseThrow(() -> new AssertionError("no manifest"));
    check(
        manifest.original().etag().equals(bucket.head(KEY).orElseThrow().etag()),
        "the manifest is of older content");
    outputs.remove(MANIFEST);
    manifest.renditions().forEach(rendition -> outputs.remove(rendition.key()));
    outputs.removeAll(named);
    outputs.removeIf(this::mayStay);
    check(outputs.isEmpty(), "nobody ever named " + outputs);
  }

  /**
   * Whether it may be of a failed attempt whose job was given up while its result could still come,
   * or whose original was overwritten before there was a newer result.
   */
  private boolean mayStay(String output) {
    String generation =
        OutputName.parse(output.substring(OUTPUTS.length())).orElseThrow().generation();
    return givenUp.contains(generation)
        || (fate == Fate.OVERWRITTEN && failed.contains(generation));
  }

  private Optional<Manifest> current() {
    Optional<String> etag = bucket.head(MANIFEST).map(ObjectInfo::etag);
    return etag.map(
        it ->
            known.computeIfAbsent(
                it, _ -> manifest(bytes((Read.Opened) bucket.openLatest(MANIFEST)))));
  }

  private static Manifest manifest(byte[] json) {
    try {
      return ManifestJson.read(json);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(Read.Opened opened) {
    try {
      return opened.body().readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void check(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }

  private void step(String operation) {
    actors.step();
    time++;
    log.append("  %d %s %s%n".formatted(time, Thread.currentThread().getName(), operation));
  }
}
