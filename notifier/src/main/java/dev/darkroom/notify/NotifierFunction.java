package dev.darkroom.notify;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.batch.Delivery;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.batch.Retries;
import dev.darkroom.stage.batch.SqsBatch;
import jakarta.inject.Named;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Handles completions and dead letters, and answers which of them must be delivered again. */
@Named("notifier")
public final class NotifierFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private static final Logger LOG = Logger.getLogger(NotifierFunction.class);

  private final Announcer announcer;
  private final DeadLetters deadLetters;
  private final Retries retries;
  private final NotifierSettings settings;

  NotifierFunction(
      Announcer announcer, DeadLetters deadLetters, Retries retries, NotifierSettings settings) {
    this.announcer = announcer;
    this.deadLetters = deadLetters;
    this.retries = retries;
    this.settings = settings;
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent batch, Context context) {
    return SqsBatch.process(
        batch, Deadline.of(context, settings.answerReserve()), this::handle, retries);
  }

  /** Tells by the key which of the two queues an event came through. */
  private void handle(JobEvent event, Delivery delivery, Deadline deadline) {
    Optional<ProcessedKey> manifest =
        ProcessedKey.parse(event.key()).filter(ProcessedKey::isManifest);
    Optional<OriginalKey> original = OriginalKey.parse(event.key());
    if (manifest.isPresent()) {
      announcer.announce(
          manifest.get(), event, deadline.remaining().plus(settings.answerReserve()));
    } else if (original.isPresent()) {
      deadLetters.giveUp(original.get(), event, delivery);
    } else {
      LOG.infof("%s is neither a manifest nor an original, event ignored", event.key());
    }
  }
}
