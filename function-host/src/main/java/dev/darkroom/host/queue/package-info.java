/**
 * Lambda's event source for SQS.
 *
 * <p>Enters: messages of a queue. Leaves: invocations with SQS events, and the deletion of handled
 * messages. Lives elsewhere: how an invocation runs ({@code runtime}); visibility and redrive,
 * which the queue itself provides.
 */
@NullMarked
package dev.darkroom.host.queue;

import org.jspecify.annotations.NullMarked;
