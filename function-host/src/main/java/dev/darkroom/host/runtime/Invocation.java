package dev.darkroom.host.runtime;

import java.time.Instant;

/**
 * An event on its way to a handler.
 *
 * @param deadline when the function will be stopped
 * @param traceId an X-Ray trace header, made up: nothing here collects traces, but runtimes expect
 *     it
 */
record Invocation(String requestId, Event event, Instant deadline, String traceId) {}
