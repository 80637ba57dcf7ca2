package dev.darkroom.host.runtime;

import java.time.Instant;

/**
 * An event for a handler.
 *
 * @param deadline when the function is stopped
 * @param traceId X-Ray trace header, which runtimes expect although nothing here collects traces
 */
record Invocation(String requestId, Event event, Instant deadline, String traceId) {}
