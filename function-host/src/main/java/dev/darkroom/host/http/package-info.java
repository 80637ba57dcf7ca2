/**
 * The HTTP API of API Gateway, as far as a proxy to functions goes: payload format 2.0.
 *
 * <p>Enters: HTTP requests on loopback. Leaves: invocations with HTTP events, and their answers as
 * HTTP responses. Lives elsewhere: how an invocation runs ({@code runtime}). Not here: CORS,
 * authorizers, stages, payload format 1.0.
 */
@NullMarked
package dev.darkroom.host.http;

import org.jspecify.annotations.NullMarked;
