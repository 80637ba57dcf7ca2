/**
 * S3 on loopback. Requests of any S3 client enter; objects leave into a folder, and bucket events
 * into the queues the bucket's notification configuration names. The queues themselves live in
 * {@code dev.darkroom.local.sqs}, the faults a test may order in {@code dev.darkroom.local.fault}.
 */
@NullMarked
package dev.darkroom.local.s3;

import org.jspecify.annotations.NullMarked;
