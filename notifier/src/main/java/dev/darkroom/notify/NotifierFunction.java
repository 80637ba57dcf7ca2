package dev.darkroom.notify;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.batch.Delivery;
import dev.darkroom.stage.batch.Ending;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.batch.Retries;
import dev.darkroom.stage.batch.SqsBatch;
import dev.darkroom.stage.metrics.Metrics;
import jakarta.inject.Named;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Handles completions and dead letters, and answers which of them must be delivered again. */
@Named("notifier")
public final class NotifierFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private static final Logger LOG = Logger.getLogger(NotifierFunction.class);

  private final Announcer announcer;
  private final DeadLetters deadLetters;
  private final SqsBatch batch;
  private final NotifierSettings settings;

  NotifierFunction(
      Announcer announcer, DeadLetters deadLetters, Retries retries, NotifierSettings settings) {
    this.announcer = announcer;
    this.deadLetters = deadLetters;
    this.settings = settings;
    this.batch =
        new SqsBatch(new Metrics("notifier"), settings.answerReserve(), this::handle, retries);
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return batch.process(event, context);
  }

  /** Tells by the key which of the two queues an event came through. */
  private Ending handle(JobEvent event, Delivery delivery, Deadline deadline) {
    Optional<ProcessedKey> manifest =
        ProcessedKey.parse(event.key()).filter(ProcessedKey::isManifest);
    Optional<OriginalKey> original = OriginalKey.parse(event.key());
    if (manifest.isPresent()) {
      return announcer.announce(
          manifest.get(), event, deadline.remaining().plus(settings.answerReserve()));
    }
    if (original.isPresent()) {
      return deadLetters.giveUp(original.get(), event, delivery);
    }
    LOG.infof("%s is neither a manifest nor an original, event ignored", event);
    return Ending.Step.IGNORED;
  }
}
