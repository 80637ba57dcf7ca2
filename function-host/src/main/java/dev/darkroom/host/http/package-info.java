/**
 * API Gateway's HTTP API as a proxy to functions, with payload format 2.0.
 *
 * <p>Enters: HTTP requests on loopback. Leaves: invocations with HTTP events, and their answers as
 * HTTP responses. Lives elsewhere: how an invocation runs ({@code runtime}). CORS, authorizers,
 * stages and payload format 1.0 are not supported.
 */
@NullMarked
package dev.darkroom.host.http;

import org.jspecify.annotations.NullMarked;
