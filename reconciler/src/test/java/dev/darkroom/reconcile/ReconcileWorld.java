package dev.darkroom.reconcile;

import static dev.darkroom.stage.store.SampleManifest.PHOTO;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.contract.Rendition;
import dev.darkroom.reconcile.mend.Mending;
import dev.darkroom.reconcile.pass.Ages;
import dev.darkroom.stage.announce.Marker;
import dev.darkroom.stage.announce.Markers;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.job.Job;
import dev.darkroom.stage.job.JobRunner;
import dev.darkroom.stage.job.Stage;
import dev.darkroom.stage.job.UploadModel;
import dev.darkroom.stage.store.ForwardingObjectStore;
import dev.darkroom.stage.store.ObjectInfo;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.stage.store.Read;
import dev.darkroom.stage.store.Write;
import dev.darkroom.stage.stream.StreamQueue;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One photo whose messages get lost, and the reconciler, which runs in the midst of everything and
 * once all has come to rest.
 */
final class ReconcileWorld extends UploadModel {
  private static final Deadline AMPLE = Deadline.after(Duration.ofHours(1));
  private static final int MAX_MENDS = 50;

  private final ProcessedKey manifest;
  private final ObjectStore notifying;
  private int losses;
  private int mends;

  ReconcileWorld(long seed, Fate fate, String key) {
    super(seed, fate, key, 2);
    this.manifest = ProcessedKey.manifest(original.owner(), original.id());
    this.notifying = new Notifying(store);
    this.losses = random.nextInt(10);
    for (int run = random.nextInt(3); run > 0; run--) {
      start(
          () -> {
            pause(random.nextInt(60));
            reconcile();
          });
    }
  }

  /** A store that sends the events of manifests. */
  private final class Notifying extends ForwardingObjectStore {
    Notifying(ObjectStore store) {
      super(store);
    }

    @Override
    public Write putIfAbsent(String at, PutOptions options, byte[] bytes) {
      return notified(at, super.putIfAbsent(at, options, bytes));
    }

    @Override
    public Write putIfMatch(String at, String etag, PutOptions options, byte[] bytes) {
      return notified(at, super.putIfMatch(at, etag, options, bytes));
    }

    /** A write whose answer was lost has its event too; an event too many does no harm. */
    private Write notified(String at, Write write) {
      if (at.equals(manifest.key())) {
        bucket
            .head(at)
            .ifPresent(it -> send(JobEvent.written("media", at, it.etag(), null, now())));
      }
      return write;
    }
  }

  @Override
  protected byte[] content() {
    return ("picture " + random.nextInt(3)).getBytes(UTF_8);
  }

  @Override
  protected void work(Message message) throws Exception {
    if (losses > 0 && chance(3)) {
      losses--;
    } else if (message.event().key().equals(manifest.key())) {
      announce(message.event());
    } else {
      new JobRunner(
              new Stage("image-worker", 1024),
              MediaKind.IMAGE,
              notifying,
              (_, _) -> {},
              StreamQueue.none(),
              this::process,
              clock())
          .handle(message.event(), message.delivery(), AMPLE);
    }
  }

  private Outcome process(Job job) throws Exception {
    byte[] content;
    switch (store.open(key, job.etag())) {
      case Read.Gone() -> {
        return new Outcome.Vanished();
      }
      case Read.Opened opened -> content = opened.body().readAllBytes();
    }
    String output = job.outputs().key("large", "jpg", content);
    store.put(output, PutOptions.rendition("image/jpeg"), content);
    if (chance(8)) {
      throw new IOException("a passing fault");
    }
    var rendition = new Rendition("large", output, "image/jpeg", 4, 3, content.length);
    return new Outcome.Completed(PHOTO, null, List.of(rendition), List.of());
  }

  /** Does what the notifier does with the event of a manifest. */
  private void announce(JobEvent event) {
    var markers = new Markers(store);
    Optional<Markers.Stored> found = markers.find(original.owner(), original.id());
    if (!current(event) || found.filter(it -> it.marker().announces(event.etag())).isPresent()) {
      withdrawIfDeleted(markers);
      return;
    }
    Marker claimed = Marker.claimed(event.etag(), now().plusSeconds(30));
    Optional<Markers.Stored> mine =
        markers.replace(original.owner(), original.id(), found, claimed);
    if (mine.isPresent() && current(event)) {
      markers.replace(original.owner(), original.id(), mine, claimed.sent(now()));
    }
    withdrawIfDeleted(markers);
  }

  private boolean current(JobEvent event) {
    return store.head(manifest.key()).map(ObjectInfo::etag).equals(Optional.of(event.etag()));
  }

  private void withdrawIfDeleted(Markers markers) {
    if (store.head(manifest.key()).isEmpty()) {
      markers.delete(original.owner(), original.id());
    }
  }

  private Report reconcile() {
    var mending =
        new Mending(
            "media",
            store,
            (_, job) -> send(job),
            (_, _) -> {
              throw new AssertionError("photos have no streams");
            },
            this::send);
    return new Reconciliation(store, mending, Ages.all(Duration.ZERO), clock())
        .run(Optional.empty(), AMPLE);
  }

  @Override
  protected boolean mend() {
    check(++mends < MAX_MENDS, "the reconciler finds something again and again");
    wait(Duration.ofDays(1));
    Report report = reconcile();
    check(report.failed() == 0, "it failed: " + report);
    if (report.resent() + report.reannounced() + report.orphansDeleted() > 0) {
      return true;
    }
    bucket
        .original(key)
        .ifPresent(
            _ -> {
              String etag = bucket.head(manifest.key()).orElseThrow().etag();
              check(
                  new Markers(bucket)
                      .find(original.owner(), original.id())
                      .filter(it -> it.marker().announces(etag))
                      .isPresent(),
                  "the result is not announced");
            });
    check(bucket.keys("reconcile/").equals(List.of("reconcile/cursor.json")), "notes are left");
    return false;
  }

  /** Whether it is a marker, was named once, or may be of an attempt that failed and was lost. */
  @Override
  protected boolean mayStay(String output) {
    return output.endsWith("/" + Markers.NAME)
        || named.contains(output)
        || generation(output).filter(failed::contains).isPresent();
  }
}
