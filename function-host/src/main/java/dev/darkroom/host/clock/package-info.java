/**
 * Calls functions at a rate, as EventBridge Scheduler does.
 *
 * <p>Enters: a {@link dev.darkroom.host.clock.ScheduleSpec}. Leaves: invocations, one after the
 * other. Lives elsewhere: what becomes of an invocation ({@code runtime}).
 */
@NullMarked
package dev.darkroom.host.clock;

import org.jspecify.annotations.NullMarked;
