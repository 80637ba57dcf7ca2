package dev.darkroom.stage.job;

import static dev.darkroom.stage.store.SampleManifest.PHOTO;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.OutputName;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.Rendition;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.batch.Delivery;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.store.Manifests;
import dev.darkroom.stage.store.ObjectInfo;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.stage.store.Read;
import dev.darkroom.stage.store.Version;
import dev.darkroom.stage.stream.StreamQueue;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One photo that workers process, and give up after some tries. */
final class UploadWorld extends UploadModel {
  private static final int MAX_ATTEMPTS = 3;

  private final Manifests manifests = new Manifests(store);
  private final Set<String> givenUp = new HashSet<>();

  UploadWorld(long seed, Fate fate) {
    super(seed, fate, "originals/image/dropped.jpg", 1);
  }

  @Override
  protected byte[] content() {
    return ("picture " + random.nextInt(3)).getBytes(UTF_8);
  }

  @Override
  protected void work(Message message) throws Exception {
    if (message.attempt() > MAX_ATTEMPTS) {
      giveUp(message.event(), message.delivery());
      return;
    }
    new JobRunner(
            new Stage("image-worker", 1024),
            MediaKind.IMAGE,
            store,
            (_, _) -> {},
            StreamQueue.none(),
            this::process,
            clock())
        .handle(message.event(), message.delivery(), Deadline.after(Duration.ofHours(1)));
  }

  /**
   * Makes an output that the settings change, which may be others in each worker, and one that many
   * originals have in common.
   */
  private Outcome process(Job job) throws Exception {
    int settings = random.nextInt(2);
    String content;
    switch (store.open(key, job.etag())) {
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
    String output = job.outputs().key(name, "jpg", bytes);
    store.put(output, PutOptions.rendition("image/jpeg"), bytes);
    return new Rendition(name, output, "image/jpeg", 4, 3, bytes.length);
  }

  /** Does what the notifier does with a dead letter. */
  private void giveUp(JobEvent event, Delivery delivery) {
    givenUp.add(Version.of(event).generation());
    Optional<ObjectInfo> info =
        store.original(key).filter(found -> found.etag().equals(event.etag()));
    if (info.isEmpty()) {
      manifests.cleanUp(original, Version.of(event));
      return;
    }
    Manifest manifest =
        new ManifestBuilder(new Stage("notifier", 512), event, delivery, info.get(), now(), now())
            .rejected(
                original, MediaKind.IMAGE, new Outcome.Rejected(Rejection.of(ErrorCode.GAVE_UP)));
    if (manifests.commit(manifest) instanceof Manifests.Commit.Committed) {
      manifests.deleteIfOrphaned(original);
    } else {
      manifests.cleanUp(original, Version.of(event));
    }
  }

  @Override
  protected boolean isWhole(String output) {
    return bucket.openLatest(output) instanceof Read.Opened opened
        && OutputName.content(bytes(opened)).equals(name(output).content());
  }

  /**
   * Whether it was named once, or may be of a failed attempt whose job was given up while its
   * result could still come, or whose original was overwritten before there was a newer result.
   */
  @Override
  protected boolean mayStay(String output) {
    String generation = name(output).generation();
    return named.contains(output)
        || givenUp.contains(generation)
        || (fate == Fate.OVERWRITTEN && failed.contains(generation));
  }

  private OutputName name(String output) {
    return OutputName.parse(OutputKeys.fileName(output)).orElseThrow();
  }
}
