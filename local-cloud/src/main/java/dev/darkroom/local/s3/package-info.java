/**
 * S3 on loopback.
 *
 * <p>Enters: requests of any S3 client. Leaves: objects in a folder, and bucket events to the
 * queues that a bucket's notification configuration names. Lives elsewhere: the queues ({@code
 * dev.darkroom.local.sqs}), and the faults that a test can order ({@code
 * dev.darkroom.local.fault}).
 */
@NullMarked
package dev.darkroom.local.s3;

import org.jspecify.annotations.NullMarked;
