package dev.darkroom.stage.job;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.OutputName;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.contract.Rendition;
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
import java.util.TreeSet;

/**
 * One upload, its queue of messages, and all that may happen to it, in an order that a seed
 * determines. What workers do with a message is up to subclasses.
 */
public abstract class UploadModel {
  /** What becomes of the original. */
  public enum Fate {
    STAYS,
    OVERWRITTEN,
    DELETED
  }

  protected static final Instant START = Instant.parse("2026-05-04T03:02:01Z");
  private static final int MAX_ACTORS = 6;
  private static final int MAX_STEPS = 10_000;

  /** A message to a worker. */
  protected record Message(JobEvent event, int attempt) {
    /** This delivery of the message. */
    public Delivery delivery() {
      return new Delivery("m", attempt, START);
    }
  }

  protected final String key;
  protected final OriginalKey original;
  protected final Random random;
  protected final Fate fate;
  protected final InMemoryObjectStore bucket = new InMemoryObjectStore(this::now);
  protected final ObjectStore store;
  protected final List<Message> queue = new ArrayList<>();

  /** Outputs that a current manifest named once. */
  protected final Set<String> named = new HashSet<>();

  /** Generations of which an attempt failed. */
  protected final Set<String> failed = new HashSet<>();

  private final Interleaving actors;
  private final Manifests manifests;
  private final String manifest;
  private final String outputs;
  private final int pace;
  private final List<JobEvent> events = new ArrayList<>();
  private final Map<String, Manifest> known = new HashMap<>();
  private final List<Throwable> faults = new ArrayList<>();
  private final StringBuilder log = new StringBuilder();
  private int kills;
  private long time;
  private boolean deleted;

  /**
   * @param key of the original
   * @param pace how many steps a whole job takes, roughly, in tens
   */
  protected UploadModel(long seed, Fate fate, String key, int pace) {
    this.random = new Random(seed * 31 + fate.name().hashCode());
    this.fate = fate;
    this.key = key;
    this.original = OriginalKey.parse(key).orElseThrow();
    this.manifest = ProcessedKey.manifest(original.owner(), original.id()).key();
    this.outputs = ProcessedKey.prefix(original.owner(), original.id());
    this.pace = pace;
    this.actors = new Interleaving(random);
    this.store = new SteppedStore(bucket, this::step, random);
    this.manifests = new Manifests(store);
    this.kills = random.nextInt(8);
  }

  /** Does what a worker does with a message. */
  protected abstract void work(Message message) throws Exception;

  /** Returns what is uploaded next. */
  protected abstract byte[] content();

  /**
   * Mends what was lost, once everything has come to rest.
   *
   * @return whether anything was
   */
  protected boolean mend() {
    return false;
  }

  /** Tells whether an output that no manifest names may be left in the end. */
  protected abstract boolean mayStay(String output);

  /** Tells whether an output is what its key says, as far as that says anything. */
  protected boolean isWhole(String output) {
    return bucket.head(output).isPresent();
  }

  /** Runs everything to its end, and checks it. */
  public final void run() {
    start(this::writeOriginals);
    start(this::requestAgain);
    start(this::requestAgain);
    if (fate == Fate.DELETED) {
      start(this::deleteUpload);
    }
    try {
      for (int step = 0; !actors.idle() || !queue.isEmpty() || mend(); step++) {
        check(step < MAX_STEPS * pace, "it does not come to rest");
        check(faults.isEmpty(), "faults: " + faults);
        if (actors.idle() && queue.isEmpty()) {
          continue;
        }
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
  protected final void start(Interleaving.Task task) {
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
        () -> attempt(message),
        failure -> {
          if (failure != null) {
            log.append("  failed: ").append(failure).append('\n');
            failed.add(Version.of(message.event()).generation());
            queue.add(new Message(message.event(), message.attempt() + 1));
          }
        });
  }

  private void attempt(Message message) throws Exception {
    time++;
    log.append("worker ").append(message).append('\n');
    work(message);
  }

  protected final Instant now() {
    return START.plusMillis(time);
  }

  /** Lets time pass in which nothing happens. */
  protected final void wait(Duration duration) {
    time += duration.toMillis();
  }

  protected final Clock clock() {
    return Clock.fixed(now(), ZoneOffset.UTC);
  }

  /** The generation of an output's key; empty if it has none. */
  protected final Optional<String> generation(String output) {
    return OutputName.parse(output.substring(outputs.length())).map(OutputName::generation);
  }

  /** Puts a message into the queue. */
  protected final void send(JobEvent event) {
    actors.step();
    queue.add(new Message(event, 1));
  }

  private void writeOriginals() {
    int count = fate == Fate.OVERWRITTEN ? 2 + random.nextInt(3) : 1;
    while (events.size() < count) {
      pause(random.nextInt(30 * pace));
      byte[] bytes = content();
      actors.step();
      var options = new PutOptions("application/octet-stream", null, null, Map.of());
      time++;
      if (fate == Fate.DELETED && bucket.putIfAbsent(key, options, bytes) instanceof Write.Lost) {
        return;
      }
      String etag = bucket.put(key, options, bytes).etag();
      String sequencer = String.format(Locale.ROOT, "%04X", time);
      var event = JobEvent.written("media", key, etag, sequencer, now());
      log.append("uploaded ").append(event).append('\n');
      events.add(event);
      queue.add(new Message(event, 1));
    }
  }

  /** Does what the API does to process an upload again. */
  private void requestAgain() {
    int requests = random.nextInt(3);
    for (int request = 0; request < requests; request++) {
      pause(random.nextInt(15 * pace));
      Optional<Manifest> result =
          manifests.findReadable(original.owner(), original.id()).map(Manifests.Stored::manifest);
      Optional<ObjectInfo> info = store.original(key);
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
              : JobEvent.written("media", key, info.get().etag(), null, modified);
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
    pause(5 + random.nextInt(40 * pace));
    log.append("deletion\n");
    do {
      store.delete(List.of(key));
      Tombstone.put(store, key);
      manifests.deleteOutputs(original.owner(), original.id());
    } while (store.original(key).isPresent());
    deleted = true;
    log.append("deleted\n");
  }

  protected final void pause(int steps) {
    for (int i = 0; i < steps; i++) {
      actors.step();
    }
  }

  protected final boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private void checkCurrent() {
    Optional<Manifest> current = current();
    if (current.isEmpty() || bucket.original(key).isEmpty()) {
      return;
    }
    for (Rendition rendition : current.get().renditions()) {
      named.add(rendition.key());
      check(isWhole(rendition.key()), "the current manifest names " + rendition.key());
    }
  }

  private void checkEnd() {
    var left = new TreeSet<>(bucket.keys(outputs));
    if (bucket.original(key).isEmpty()) {
      check(left.isEmpty(), "left after deletion: " + left);
      return;
    }
    check(!deleted, "the original is back");
    Manifest result = current().orElseThrow(() -> new AssertionError("no manifest"));
    check(
        result.original().etag().equals(bucket.head(key).orElseThrow().etag()),
        "the manifest is of older content");
    left.remove(manifest);
    result.renditions().forEach(rendition -> left.remove(rendition.key()));
    left.removeIf(this::mayStay);
    check(left.isEmpty(), "nobody names " + left);
  }

  private Optional<Manifest> current() {
    Optional<String> etag = bucket.head(manifest).map(ObjectInfo::etag);
    return etag.map(
        it ->
            known.computeIfAbsent(it, _ -> read(bytes((Read.Opened) bucket.openLatest(manifest)))));
  }

  private static Manifest read(byte[] json) {
    try {
      return ManifestJson.read(json);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  protected static byte[] bytes(Read.Opened opened) {
    try {
      return opened.body().readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  protected static void check(boolean holds, String what) {
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
