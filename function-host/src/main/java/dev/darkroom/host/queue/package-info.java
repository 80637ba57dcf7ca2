/**
 * The SQS event source of Lambda.
 *
 * <p>Enters: messages of a queue. Leaves: invocations with SQS events, and the deletion of what
 * they handled. Lives elsewhere: how an invocation runs ({@code runtime}); visibility and redrive,
 * which belong to the queue.
 */
@NullMarked
package dev.darkroom.host.queue;

import org.jspecify.annotations.NullMarked;
