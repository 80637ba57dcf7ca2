/**
 * SQS on loopback. Requests of any SQS client enter; messages stay in a folder until they are
 * deleted, also across a killed process. Which queues exist is decided by whoever provisions the
 * stack.
 */
@NullMarked
package dev.darkroom.local.sqs;

import org.jspecify.annotations.NullMarked;
