/**
 * Keeps the unfinished work on a stream in the bucket, and sends its tasks.
 *
 * <p>{@link dev.darkroom.stage.stream.WorkFolder} holds the draft of the manifest, the plan, the
 * inputs and the parts; work on it is wanted as long as its plan is there. {@link
 * dev.darkroom.stage.stream.StreamQueue} sends tasks. The video worker plans, the stream worker
 * codes, and the notifier gives up.
 */
@NullMarked
package dev.darkroom.stage.stream;

import org.jspecify.annotations.NullMarked;
