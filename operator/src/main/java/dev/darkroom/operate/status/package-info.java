/**
 * Shows what waits, what failed, and which alarms are raised.
 *
 * <p>{@link dev.darkroom.operate.status.Status} is the command.
 */
@NullMarked
package dev.darkroom.operate.status;

import org.jspecify.annotations.NullMarked;
