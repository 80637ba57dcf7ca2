package dev.darkroom.image;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.darkroom.stage.batch.Retries;
import dev.darkroom.stage.batch.SqsBatch;
import dev.darkroom.stage.job.JobRunner;
import dev.darkroom.stage.metrics.Metrics;
import jakarta.inject.Named;

/** Receives image jobs from their queue; answers which of them must be delivered again. */
@Named("image-worker")
public final class ImageFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final SqsBatch batch;

  ImageFunction(JobRunner runner, Retries retries, ImageSettings settings) {
    this.batch =
        new SqsBatch(
            new Metrics("image-worker"), settings.worker().answerReserve(), runner, retries);
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return batch.process(event, context);
  }
}
