/**
 * Execution environments: the processes that run handlers, with Lambda's limits.
 *
 * <p>Enters: a {@link dev.darkroom.host.runtime.FunctionSpec} and events as JSON. Leaves: an {@link
 * dev.darkroom.host.runtime.InvocationResult} for each event, log lines and metrics. Lives
 * elsewhere: the sources of events ({@code queue}, {@code http}).
 */
@NullMarked
package dev.darkroom.host.runtime;

import org.jspecify.annotations.NullMarked;
