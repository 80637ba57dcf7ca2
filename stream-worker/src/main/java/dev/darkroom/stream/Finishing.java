package dev.darkroom.stream;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.stream.StreamTask;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.batch.Ending;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.job.Results;
import dev.darkroom.stage.job.Stage;
import dev.darkroom.stage.store.JobQueues;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.stream.Contents;
import dev.darkroom.stage.stream.Drafts;
import dev.darkroom.stream.assemble.Assembled;
import dev.darkroom.stream.assemble.Assembler;
import dev.darkroom.stream.read.SourceGone;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Ends the work on a stream: assembles it, and commits the upload's manifest. */
final class Finishing {
  private static final Logger LOG = Logger.getLogger(Finishing.class);

  private final Stage stage;
  private final ObjectStore store;
  private final Results results;
  private final JobQueues jobs;
  private final Assembler assembler;
  private final Clock clock;

  /**
   * @param jobs takes videos that have to be planned anew
   */
  Finishing(Stage stage, ObjectStore store, JobQueues jobs, Assembler assembler, Clock clock) {
    this.stage = stage;
    this.store = store;
    this.results = new Results(store);
    this.jobs = jobs;
    this.assembler = assembler;
    this.clock = clock;
  }

  Ending finish(Unfinished stream, Deadline deadline) throws Exception {
    JobEvent event = stream.event();
    Contents contents = stream.work().contents();
    if (!contents.open() || !contents.decided(stream.plan())) {
      LOG.infof("%s has parts to come, or was finished", stream.original());
      return Ending.Step.IGNORED;
    }
    if (store.original(event.key(), event.etag()).isEmpty()) {
      throw new SourceGone();
    }
    Drafts drafts = new Drafts(stream.work().draft().orElseThrow());
    if (!drafts.outputsStand(stream.version(), stream.standing().result())) {
      LOG.infof(
          "%s is planned anew, since outputs that its draft names were replaced",
          stream.original());
      stream.work().close();
      jobs.send(MediaKind.VIDEO, event.with(null));
      return Ending.Step.HANDED_OVER;
    }
    Ending ending =
        results.commit(
            manifest(stream, drafts, contents, deadline), stream.standing(), stream.original());
    stream.work().close();
    results.cleanUp(stream.original(), stream.version());
    return ending;
  }

  private Manifest manifest(Unfinished stream, Drafts drafts, Contents contents, Deadline deadline)
      throws Exception {
    Instant startedAt = clock.instant();
    Optional<StreamTask> failed = contents.failed(stream.plan());
    if (failed.isPresent()) {
      Rejection reason = stream.work().failure(failed.get()).orElseThrow();
      return drafts.withoutStream(reason, processing(stream, drafts, startedAt, 0));
    }
    Assembled assembled =
        assembler.assemble(
            stream.plan(), stream.work(), stream.outputs(), drafts.draft(), deadline);
    return drafts.withStream(
        assembled.renditions(), processing(stream, drafts, startedAt, assembled.codingMillis()));
  }

  private Manifest.Processing processing(
      Unfinished stream, Drafts drafts, Instant startedAt, long codingMillis) {
    return stage.completing(
        drafts.draft().processing(), stream.delivery(), startedAt, clock.instant(), codingMillis);
  }
}
