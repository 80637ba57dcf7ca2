package dev.darkroom.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.WorkKey;
import dev.darkroom.contract.stream.StreamTask;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.batch.Delivery;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.job.JobRunner;
import dev.darkroom.stage.job.Results;
import dev.darkroom.stage.job.Stage;
import dev.darkroom.stage.job.UploadModel;
import dev.darkroom.stage.store.Version;
import dev.darkroom.stage.stream.Drafts;
import dev.darkroom.stage.stream.WorkFolder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One video whose stream many workers make, and give up after some tries. */
final class StreamWorld extends UploadModel {
  private static final int MAX_ATTEMPTS = 4;

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
      new StreamRunner(store, this::send, (task, plan, _, _) -> fakes.code(task, plan), finishing)
          .handle(event, message.delivery(), deadline);
    }
  }

  private void send(JobEvent event, List<StreamTask> tasks) {
    tasks.forEach(task -> send(event.with(task)));
  }

  /** Does what the notifier does with a dead letter of a stream. */
  private void giveUp(JobEvent event, Delivery delivery) {
    Version version = Version.of(event);
    var results = new Results(store);
    Results.Standing standing = results.standing(original, version);
    WorkFolder work = WorkFolder.of(store, original, version);
    Optional<Manifest> draft = standing.settled() ? Optional.empty() : work.draft();
    boolean there = store.original(key).filter(it -> it.etag().equals(event.etag())).isPresent();
    if (draft.isPresent() && there) {
      Drafts drafts = new Drafts(draft.get());
      if (drafts.outputsStand(version, standing.result())) {
        Manifest.Processing processing =
            new Stage("notifier", 512)
                .completing(draft.get().processing(), delivery, now(), now(), 0);
        results.commit(
            drafts.withoutStream(Rejection.of(ErrorCode.GAVE_UP), processing), standing, original);
      } else {
        send(event.with(null));
      }
    }
    work.close();
    results.cleanUp(original, version);
  }

  /** Whether an attempt failed or lost that may have written the output after all others. */
  @Override
  protected boolean mayStay(String output) {
    return WorkKey.parse(output).isEmpty()
        && (named.contains(output) || generation(output).filter(failed::contains).isPresent());
  }
}
