package dev.darkroom.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.OutputName;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.Rendition;
import dev.darkroom.contract.WorkKey;
import dev.darkroom.contract.stream.StreamTask;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.batch.Delivery;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.job.Interleaving;
import dev.darkroom.stage.job.JobRunner;
import dev.darkroom.stage.job.Results;
import dev.darkroom.stage.job.Stage;
import dev.darkroom.stage.job.SteppedStore;
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
import dev.darkroom.stage.stream.Drafts;
import dev.darkroom.stage.stream.WorkFolder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** One video whose stream many workers make, in an order that a seed determines. */
final class StreamWorld {
  /** What becomes of the original. */
  enum Fate {
    STAYS,
    OVERWRITTEN,
    DELETED
  }

  private static final String KEY = "originals/video/dropped.mov";
  private static final OriginalKey ORIGINAL = OriginalKey.parse(KEY).orElseThrow();
  private static final String MANIFEST =
      ProcessedKey.manifest(ORIGINAL.owner(), ORIGINAL.id()).key();
  private static final String OUTPUTS = ProcessedKey.prefix(ORIGINAL.owner(), ORIGINAL.id());
  private static final Instant START = Instant.parse("2026-05-04T03:02:01Z");
  private static final int MAX_ACTORS = 6;
  private static final int MAX_ATTEMPTS = 4;
  private static final int MAX_STEPS = 20_000;

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
  private final Set<String> disturbed = new HashSet<>();
  private final List<Throwable> faults = new ArrayList<>();
  private final StringBuilder log = new StringBuilder();
  private final FakeCoding fakes;
  private int kills;
  private long time;
  private boolean deleted;

  StreamWorld(long seed, Fate fate) {
    this.random = new Random(seed * 31 + fate.name().hashCode());
    this.fate = fate;
    this.actors = new Interleaving(random);
    this.store = new SteppedStore(bucket, this::step, random);
    this.manifests = new Manifests(store);
    this.kills = random.nextInt(10);
    this.fakes = new FakeCoding(KEY, bucket, store, random);
  }

  void run() {
    start(this::writeOriginals);
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
    if (kills > 0 && chance(30)) {
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
            start(task);
          } else if (failure != null) {
            faults.add(failure);
          }
        });
  }

  private void receive(Message message) {
    if (chance(6)) {
      queue.add(new Message(message.event(), message.attempt() + 1));
    }
    actors.start(
        () -> work(message),
        failure -> {
          if (failure != null) {
            log.append("  failed: ").append(failure).append('\n');
            disturbed.add(Version.of(message.event()).generation());
            queue.add(new Message(message.event(), message.attempt() + 1));
          }
        });
  }

  private void work(Message message) throws Exception {
    JobEvent event = message.event();
    var delivery = new Delivery("m", message.attempt(), START);
    time++;
    log.append("worker ").append(event.task()).append(' ').append(message).append('\n');
    if (event.task() == null) {
      new JobRunner(
              new Stage("video-worker", 1769),
              MediaKind.VIDEO,
              store,
              (_, _) -> {},
              this::send,
              fakes::plan,
              clock())
          .handle(event, delivery, Deadline.after(Duration.ofHours(1)));
    } else if (message.attempt() > MAX_ATTEMPTS) {
      giveUp(event, delivery);
    } else {
      var finishing =
          new Finishing(
              new Stage("stream-worker", 1769),
              store,
              (_, job) -> queue.add(new Message(job, 1)),
              (plan, work, outputs, _, _) -> fakes.assemble(plan, work, outputs),
              clock());
      new StreamRunner(store, this::send, (task, plan, _, _) -> fakes.code(task, plan), finishing)
          .handle(event, delivery, Deadline.after(Duration.ofHours(1)));
    }
  }

  private void send(JobEvent event, List<StreamTask> tasks) {
    for (StreamTask task : tasks) {
      actors.step();
      queue.add(new Message(event.with(task), 1));
    }
  }

  private Clock clock() {
    return Clock.fixed(START.plusMillis(time), ZoneOffset.UTC);
  }

  /** Does what the notifier does with a dead letter of a stream. */
  private void giveUp(JobEvent event, Delivery delivery) {
    Version version = Version.of(event);
    var results = new Results(store);
    Results.Standing standing = results.standing(ORIGINAL, version);
    WorkFolder work = WorkFolder.of(store, ORIGINAL, version);
    Optional<Manifest> draft = standing.settled() ? Optional.empty() : work.draft();
    boolean there = store.original(KEY).filter(it -> it.etag().equals(event.etag())).isPresent();
    if (draft.isPresent() && there) {
      Drafts drafts = new Drafts(draft.get());
      if (drafts.outputsStand(version, standing.result())) {
        Manifest.Processing processing =
            new Stage("notifier", 512)
                .completing(
                    draft.get().processing(), delivery, clock().instant(), clock().instant(), 0);
        results.commit(
            drafts.withoutStream(Rejection.of(ErrorCode.GAVE_UP), processing), standing, ORIGINAL);
      } else {
        queue.add(new Message(event.with(null), 1));
      }
    }
    work.close();
    results.cleanUp(ORIGINAL, version);
  }

  private void writeOriginals() {
    int count = fate == Fate.OVERWRITTEN ? 2 + random.nextInt(3) : 1;
    while (events.size() < count) {
      pause(random.nextInt(60));
      byte[] bytes = ("video " + "x".repeat(random.nextInt(4))).getBytes(UTF_8);
      actors.step();
      var options = new PutOptions("video/quicktime", null, null, Map.of());
      time++;
      if (fate == Fate.DELETED && bucket.putIfAbsent(KEY, options, bytes) instanceof Write.Lost) {
        return;
      }
      String etag = bucket.put(KEY, options, bytes).etag();
      String sequencer = String.format(Locale.ROOT, "%04X", time);
      var event = JobEvent.written("media", KEY, etag, sequencer, START.plusMillis(time));
      log.append("uploaded ").append(event).append('\n');
      events.add(event);
      queue.add(new Message(event, 1));
    }
  }

  /** Does what the API does to process an upload again. */
  private void requestAgain() {
    int requests = random.nextInt(3);
    for (int request = 0; request < requests; request++) {
      pause(random.nextInt(60));
      Optional<Manifest> result =
          manifests.findReadable(ORIGINAL.owner(), ORIGINAL.id()).map(Manifests.Stored::manifest);
      Optional<ObjectInfo> info = store.original(KEY);
      if (info.isEmpty()
          || result.filter(it -> it.original().etag().equals(info.get().etag())).isEmpty()) {
        continue;
      }
      time++;
      JobEvent event =
          JobEvent.written("media", result.get().original()).again(START.plusMillis(time));
      log.append("requested ").append(event).append('\n');
      queue.add(new Message(event, 1));
    }
  }

  /** Does what the API does to delete an upload, and keeps out what is uploaded later. */
  private void deleteUpload() {
    pause(5 + random.nextInt(150));
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
      check(bucket.head(rendition.key()).isPresent(), "the manifest names " + rendition.key());
    }
  }

  private void checkEnd() {
    var left = new TreeSet<>(bucket.keys(OUTPUTS));
    if (bucket.original(KEY).isEmpty()) {
      check(left.isEmpty(), "left after deletion: " + left);
      return;
    }
    check(!deleted, "the original is back");
    Manifest manifest = current().orElseThrow(() -> new AssertionError("no manifest"));
    check(
        manifest.original().etag().equals(bucket.head(KEY).orElseThrow().etag()),
        "the manifest is of older content");
    left.remove(MANIFEST);
    manifest.renditions().forEach(rendition -> left.remove(rendition.key()));
    left.removeIf(key -> WorkKey.parse(key).isEmpty() && mayStay(key));
    check(left.isEmpty(), "left over: " + left);
  }

  /** Whether an attempt failed or lost that may have written the output after all others. */
  private boolean mayStay(String output) {
    return named.contains(output)
        || OutputName.parse(output.substring(OUTPUTS.length()))
            .filter(it -> disturbed.contains(it.generation()))
            .isPresent();
  }

  private Optional<Manifest> current() {
    return bucket
        .head(MANIFEST)
        .map(_ -> manifest(bytes((Read.Opened) bucket.openLatest(MANIFEST))));
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
