/**
 * SQS on loopback.
 *
 * <p>Enters: requests of any SQS client. Leaves: messages, which stay in a folder until they are
 * deleted, even if the process is killed. Lives elsewhere: creating queues ({@code
 * dev.darkroom.local.provision}).
 */
@NullMarked
package dev.darkroom.local.sqs;

import org.jspecify.annotations.NullMarked;
