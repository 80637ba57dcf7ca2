/**
 * What all calls of the API share: callers, problems and headers.
 *
 * <p>In comes API Gateway's event, from which {@link dev.darkroom.upload.http.Caller} takes the
 * owner. Out goes a {@link dev.darkroom.upload.http.Problem} for every call that fails. The calls
 * themselves are in {@code media}, {@code ticket} and {@code page}.
 */
@NullMarked
package dev.darkroom.upload.http;

import org.jspecify.annotations.NullMarked;
