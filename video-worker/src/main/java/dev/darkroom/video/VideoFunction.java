package dev.darkroom.video;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.batch.SqsBatch;
import dev.darkroom.stage.job.JobRunner;
import jakarta.inject.Named;

/** Video jobs in, the messages to deliver again out. */
@Named("video")
public class VideoFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final JobRunner runner;
  private final VideoConfig config;

  VideoFunction(JobRunner runner, VideoConfig config) {
    this.runner = runner;
    this.config = config;
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent batch, Context context) {
    return SqsBatch.process(batch, Deadline.of(context, config.answerReserve()), runner);
  }
}
