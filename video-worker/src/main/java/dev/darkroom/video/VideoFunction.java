package dev.darkroom.video;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.darkroom.stage.batch.Retries;
import dev.darkroom.stage.batch.SqsBatch;
import dev.darkroom.stage.job.JobRunner;
import dev.darkroom.stage.metrics.Metrics;
import jakarta.inject.Named;

/** Takes video jobs from their queue; answers which of them are to come again. */
@Named("video-worker")
public final class VideoFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final SqsBatch batch;

  VideoFunction(JobRunner runner, Retries retries, VideoSettings settings) {
    this.batch =
        new SqsBatch(
            new Metrics("video-worker"), settings.worker().answerReserve(), runner, retries);
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return batch.process(event, context);
  }
}
