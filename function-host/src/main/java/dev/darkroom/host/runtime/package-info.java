/**
 * The execution environments: what Lambda does between an event and a handler.
 *
 * <p>Enters: a {@link dev.darkroom.host.runtime.FunctionSpec} and events as JSON. Leaves: an {@link
 * dev.darkroom.host.runtime.InvocationResult} per event, log lines and figures. Lives elsewhere:
 * where events come from ({@code queue}, {@code http}).
 */
@NullMarked
package dev.darkroom.host.runtime;

import org.jspecify.annotations.NullMarked;
