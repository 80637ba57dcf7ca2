/**
 * What every call of the API shares: who calls, and how it is told that something is wrong.
 *
 * <p>In comes API Gateway's event, from which {@link dev.darkroom.upload.http.Caller} takes the
 * owner; out goes, for everything that fails, one {@link dev.darkroom.upload.http.Problem}. What
 * calls there are is not known here.
 */
@NullMarked
package dev.darkroom.upload.http;

import org.jspecify.annotations.NullMarked;
