package dev.darkroom.stream;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.darkroom.stage.batch.Retries;
import dev.darkroom.stage.batch.SqsBatch;
import dev.darkroom.stage.metrics.Metrics;
import jakarta.inject.Named;

/** Takes tasks of streams from their queue; answers which of them are to come again. */
@Named("stream-worker")
public final class StreamFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final SqsBatch batch;

  StreamFunction(StreamRunner runner, Retries retries, StreamSettings settings) {
    this.batch =
        new SqsBatch(new Metrics("stream-worker"), settings.answerReserve(), runner, retries);
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return batch.process(event, context);
  }
}
