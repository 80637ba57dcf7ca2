package dev.darkroom.stage.batch;

import com.amazonaws.services.lambda.runtime.Context;
import dev.darkroom.stage.log.LogContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One invocation of a function.
 *
 * @param deadline when the work must be done
 * @param traceId of X-Ray; absent where nothing traces
 */
record Invocation(Deadline deadline, @Nullable String requestId, @Nullable String traceId) {
  static Invocation of(Context context, Duration answerReserve) {
    return new Invocation(
        Deadline.of(context, answerReserve), context.getAwsRequestId(), LogContext.traceId());
  }
}
