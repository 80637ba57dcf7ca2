package dev.darkroom.notify;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.contract.stream.StreamTask;
import dev.darkroom.stage.batch.Delivery;
import dev.darkroom.stage.batch.Ending;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.job.ManifestBuilder;
import dev.darkroom.stage.job.Results;
import dev.darkroom.stage.job.Results.Standing;
import dev.darkroom.stage.job.Stage;
import dev.darkroom.stage.store.ObjectInfo;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.Version;
import dev.darkroom.stage.stream.Drafts;
import dev.darkroom.stage.stream.UnreadableWorkException;
import dev.darkroom.stage.stream.WorkFolder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Gives up on jobs that failed as often as their queue allows, so that nobody waits forever. What
 * lacks its stream only is completed without it; of all else the manifest says {@code failed}. The
 * manifest's event announces it like any other.
 */
final class DeadLetters {
  private static final Logger LOG = Logger.getLogger(DeadLetters.class);

  private final Stage stage;
  private final ObjectStore store;
  private final Results results;
  private final Clock clock;

  DeadLetters(Stage stage, ObjectStore store, Clock clock) {
    this.stage = stage;
    this.store = store;
    this.results = new Results(store);
    this.clock = clock;
  }

  Ending giveUp(OriginalKey original, JobEvent event, Delivery delivery) {
    Version version = Version.of(event);
    WorkFolder work = WorkFolder.of(store, original, version);
    Standing standing = results.standing(original, version.givenUp());
    Optional<ObjectInfo> info = store.original(event.key(), event.etag());
    if (info.isEmpty() || standing.settled()) {
      LOG.infof("%s is settled, gone or replaced, dead letter ignored", event);
      work.abandon();
      results.cleanUp(original, version);
      return Ending.Step.IGNORED;
    }
    Instant now = clock.instant();
    Manifest manifest =
        withoutStream(work, standing, event, delivery, now)
            .orElseGet(
                () ->
                    new ManifestBuilder(stage, event, delivery, info.get(), now, now)
                        .rejected(
                            original,
                            kind(original, event, standing),
                            new Outcome.Rejected(Rejection.of(ErrorCode.GAVE_UP))));
    LOG.warnf("gave up on %s", event);
    Ending ending = results.commit(manifest, standing, original);
    work.abandon();
    return ending instanceof Ending.Committed ? new Ending.GaveUp(manifest) : ending;
  }

  /** Completes what is there but for its stream; empty if there is nothing, or no longer all. */
  private Optional<Manifest> withoutStream(
      WorkFolder work, Standing standing, JobEvent event, Delivery delivery, Instant now) {
    try {
      return work.plan()
          .flatMap(
              plan ->
                  work.draft()
                      .map(Drafts::new)
                      .filter(it -> it.outputsStand(Version.of(event), standing.result()))
                      .map(
                          it ->
                              it.withoutStream(
                                  Rejection.of(ErrorCode.GAVE_UP, facts(plan, event.task())),
                                  stage.completing(
                                      it.draft().processing(), delivery, now, now, 0))));
    } catch (UnreadableWorkException e) {
      LOG.warnf(e, "%s has work that this version cannot read", event);
      return Optional.empty();
    }
  }

  private static String facts(StreamPlan plan, @Nullable StreamTask task) {
    return switch (task) {
      case StreamTask.Segment(int number) when number < plan.segments().size() ->
          "The stream's part at " + Times.length(start(plan, number)) + " could not be coded.";
      case StreamTask.Sound() -> "The stream's sound could not be coded.";
      case null, default -> "The stream could not be put together.";
    };
  }

  private static Duration start(StreamPlan plan, int segment) {
    double seconds = (double) plan.segments().get(segment).start() / plan.picture().timescale();
    return Duration.ofMillis(Math.round(1000 * seconds));
  }

  /**
   * The kind that the job was tried as. A job to process again goes to the queue of the kind that
   * an earlier result, if any, gave the file.
   */
  private static MediaKind kind(OriginalKey original, JobEvent event, Standing standing) {
    return event.handedOver()
        ? original.kind().other()
        : standing.result().map(it -> it.manifest().kind()).orElse(original.kind());
  }
}
