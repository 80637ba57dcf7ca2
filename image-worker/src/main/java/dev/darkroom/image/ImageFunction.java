package dev.darkroom.image;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.batch.Retries;
import dev.darkroom.stage.batch.SqsBatch;
import dev.darkroom.stage.job.JobRunner;
import jakarta.inject.Named;

/** Receives image jobs from their queue; answers which of them must be delivered again. */
@Named("image-worker")
public final class ImageFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final JobRunner runner;
  private final Retries retries;
  private final ImageSettings settings;

  ImageFunction(JobRunner runner, Retries retries, ImageSettings settings) {
    this.runner = runner;
    this.retries = retries;
    this.settings = settings;
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return SqsBatch.process(
        event, Deadline.of(context, settings.worker().answerReserve()), runner, retries);
  }
}
