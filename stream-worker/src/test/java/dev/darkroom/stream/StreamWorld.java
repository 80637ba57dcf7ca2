package dev.darkroom.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.WorkKey;
import dev.darkroom.contract.stream.StreamTask;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.batch.Delivery;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.job.JobRunner;
import dev.darkroom.stage.job.ManifestBuilder;
import dev.darkroom.stage.job.Results;
import dev.darkroom.stage.job.Stage;
import dev.darkroom.stage.job.UploadModel;
import dev.darkroom.stage.store.ObjectInfo;
import dev.darkroom.stage.store.Version;
import dev.darkroom.stage.stream.Drafts;
import dev.darkroom.stage.stream.WorkFolder;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One video whose stream many workers make, and give up after some tries. */
final class StreamWorld extends UploadModel {
  private static final int MAX_ATTEMPTS = 4;

  /** Generations that were given up, whose result could still come. */
  private final Set<String> givenUp = new HashSet<>();

  private final FakeCoding fakes = new FakeCoding(key, bucket, store, random);

  StreamWorld(long seed, Fate fate) {
    super(seed, fate, "originals/video/dropped.mov", 4);
  }

  @Override
  protected byte[] content() {
    return ("video " + "x".repeat(random.nextInt(4))).getBytes(UTF_8);
  }

  @Override
  protected void work(Message message) throws Exception {
    JobEvent event = message.event();
    Deadline deadline = Deadline.after(Duration.ofHours(1));
    if (event.task() == null) {
      new JobRunner(
              new Stage("video-worker", 1769),
              MediaKind.VIDEO,
              store,
              (_, _) -> {},
              this::send,
              fakes::plan,
              clock())
          .handle(event, message.delivery(), deadline);
    } else if (message.attempt() > MAX_ATTEMPTS) {
      giveUp(event, message.delivery());
    } else {
      var finishing =
          new Finishing(
              new Stage("stream-worker", 1769),
              store,
              (_, job) -> send(job),
              (plan, work, outputs, _, _) -> fakes.assemble(plan, work, outputs),
              clock());
      new StreamRunner(
              store,
              this::send,
              (_, job) -> send(job),
              (task, plan, _, _) -> fakes.code(task, plan),
              finishing)
          .handle(event, message.delivery(), deadline);
    }
  }

  private void send(JobEvent event, List<StreamTask> tasks) {
    tasks.forEach(task -> send(event.with(task)));
  }

  /** Does what the notifier does with a dead letter of a stream. */
  private void giveUp(JobEvent event, Delivery delivery) {
    Version version = Version.of(event);
    givenUp.add(version.generation());
    var results = new Results(store);
    Results.Standing standing = results.standing(original, version.givenUp());
    WorkFolder work = WorkFolder.of(store, original, version);
    Optional<ObjectInfo> info = store.original(key, event.etag());
    if (info.isEmpty() || standing.settled()) {
      work.abandon();
      results.cleanUp(original, version);
      return;
    }
    var notifier = new Stage("notifier", 512);
    Rejection reason = Rejection.of(ErrorCode.GAVE_UP);
    Manifest manifest =
        work.plan()
            .flatMap(_ -> work.draft())
            .map(Drafts::new)
            .filter(drafts -> drafts.outputsStand(version, standing.result()))
            .map(
                drafts ->
                    drafts.withoutStream(
                        reason,
                        notifier.completing(
                            drafts.draft().processing(), delivery, now(), now(), 0)))
            .orElse(null);
    if (manifest == null) {
      manifest =
          new ManifestBuilder(notifier, event, delivery, info.get(), now(), now())
              .rejected(original, MediaKind.VIDEO, new Outcome.Rejected(reason));
    }
    results.commit(manifest, standing, original);
    work.abandon();
  }

  /**
   * Whether an attempt failed or lost that may have written the output after all others, or whose
   * generation was given up while its result could still come.
   */
  @Override
  protected boolean mayStay(String output) {
    Optional<WorkKey> work = WorkKey.parse(output);
    return work.isPresent()
        ? work.get().name().equals("draft.json") && givenUp.contains(work.get().generation())
        : named.contains(output)
            || generation(output)
                .filter(it -> failed.contains(it) || givenUp.contains(it))
                .isPresent();
  }
}
