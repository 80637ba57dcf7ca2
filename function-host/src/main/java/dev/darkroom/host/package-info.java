/**
 * Runs packaged Lambda functions outside Lambda.
 *
 * <p>Enters: a {@link dev.darkroom.host.HostConfig} with functions as zips, and the queues, routes
 * and schedules that feed them. Leaves: a running {@link dev.darkroom.host.FunctionHost} with an
 * HTTP front, queue pollers and a management port. Lives elsewhere: processes and their limits
 * ({@code runtime}), SQS ({@code queue}), schedules ({@code clock}), HTTP ({@code http}), servers
 * and the rule for loopback ({@code loopback}). Nothing here knows what the functions do, or where
 * their description comes from.
 */
@NullMarked
package dev.darkroom.host;

import org.jspecify.annotations.NullMarked;
