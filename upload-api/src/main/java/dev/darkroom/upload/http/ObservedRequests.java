package dev.darkroom.upload.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.Owner;
import dev.darkroom.stage.log.LogContext;
import dev.darkroom.stage.metrics.Metric;
import dev.darkroom.stage.metrics.Metrics;
import dev.darkroom.stage.metrics.Observation;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** States what becomes of each request in log and metrics, before Lambda may stop the process. */
@Singleton
final class ObservedRequests {
  private static final String BEGAN = "dev.darkroom.began";
  private static final String LOG_CONTEXT = "dev.darkroom.log-context";

  private final Metrics metrics;
  private final APIGatewayV2HTTPEvent event;
  private final Context invocation;
  private final Caller caller;

  /** The event, its invocation and the caller are those of the request under way. */
  ObservedRequests(
      Metrics metrics, APIGatewayV2HTTPEvent event, Context invocation, Caller caller) {
    this.metrics = metrics;
    this.event = event;
    this.invocation = invocation;
    this.caller = caller;
  }

  @ServerRequestFilter(preMatching = true)
  void begin(ContainerRequestContext request) {
    request.setProperty(BEGAN, System.nanoTime());
    request.setProperty(
        LOG_CONTEXT,
        new LogContext()
            .with(LogContext.STAGE, metrics.stage())
            .with(LogContext.MEDIA_ID, mediaId())
            .with(LogContext.OWNER, owner())
            .with(LogContext.REQUEST_ID, invocation.getAwsRequestId())
            .with(LogContext.TRACE_ID, LogContext.traceId()));
  }

  @ServerResponseFilter
  void end(ContainerRequestContext request, ContainerResponseContext answer) {
    Observation observation =
        Observation.of(outcome(answer.getStatus()))
            .with(Metric.REQUESTS, 1)
            .with(Metric.SERVER_ERRORS, answer.getStatus() >= 500 ? 1 : 0)
            .with(Metric.COLD_STARTS, metrics.coldStart() ? 1 : 0)
            .with("route", event.getRouteKey())
            .with("status", answer.getStatus())
            .with(LogContext.MEDIA_ID, mediaId())
            .with(LogContext.OWNER, owner())
            .with(LogContext.REQUEST_ID, invocation.getAwsRequestId())
            .with(LogContext.TRACE_ID, LogContext.traceId());
    if (request.getProperty(BEGAN) instanceof Long began) {
      observation.with(Metric.DURATION, (System.nanoTime() - began) / 1e6);
    }
    metrics.state(observation);
    if (request.getProperty(LOG_CONTEXT) instanceof LogContext context) {
      context.close();
    }
  }

  private static String outcome(int status) {
    return status >= 500 ? "error" : status >= 400 ? "refused" : "answered";
  }

  private @Nullable String mediaId() {
    Map<String, String> parameters = event.getPathParameters();
    return Optional.ofNullable(parameters == null ? null : parameters.get("id"))
        .filter(MediaId::isValid)
        .orElse(null);
  }

  /** Returns who sent the request, if that is known; not every route asks for it. */
  private @Nullable Owner owner() {
    try {
      return caller.owner();
    } catch (UnauthenticatedException e) {
      return null;
    }
  }
}
