/**
 * Plans a stream: which videos need one, how large its rungs are, and which samples of the original
 * each segment and its sound are coded from.
 *
 * <p>In comes the index of a movie; out come the plan and the inputs of its tasks, which other
 * functions code side by side. {@code hls} writes streams without loss.
 */
@NullMarked
package dev.darkroom.video.plan;

import org.jspecify.annotations.NullMarked;
