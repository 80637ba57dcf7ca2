/**
 * Sends messages that wait for a person back to the queues they belong to, by what they say.
 *
 * <p>{@link dev.darkroom.operate.redrive.Redrive} is the command.
 */
@NullMarked
package dev.darkroom.operate.redrive;

import org.jspecify.annotations.NullMarked;
