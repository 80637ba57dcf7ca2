package dev.darkroom.stream;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.batch.Retries;
import dev.darkroom.stage.batch.SqsBatch;
import jakarta.inject.Named;

/** Takes tasks of streams from their queue; answers which of them are to come again. */
@Named("stream-worker")
public final class StreamFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final StreamRunner runner;
  private final Retries retries;
  private final StreamSettings settings;

  StreamFunction(StreamRunner runner, Retries retries, StreamSettings settings) {
    this.runner = runner;
    this.retries = retries;
    this.settings = settings;
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent batch, Context context) {
    return SqsBatch.process(batch, Deadline.of(context, settings.answerReserve()), runner, retries);
  }
}
