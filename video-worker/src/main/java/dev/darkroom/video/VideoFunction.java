package dev.darkroom.video;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.batch.Retries;
import dev.darkroom.stage.batch.SqsBatch;
import dev.darkroom.stage.job.JobRunner;
import jakarta.inject.Named;

/** Takes video jobs from their queue; answers which of them are to come again. */
@Named("video-worker")
public final class VideoFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final JobRunner runner;
  private final Retries retries;
  private final VideoSettings settings;

  VideoFunction(JobRunner runner, Retries retries, VideoSettings settings) {
    this.runner = runner;
    this.retries = retries;
    this.settings = settings;
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent batch, Context context) {
    return SqsBatch.process(
        batch, Deadline.of(context, settings.worker().answerReserve()), runner, retries);
  }
}
