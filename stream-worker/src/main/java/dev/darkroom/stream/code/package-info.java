/**
 * Codes the parts of streams by ffmpeg.
 *
 * <p>In come a task and its plan; out goes a part, or the reason why there can be none. {@code
 * read} feeds the engine from the bucket, and {@code assemble} knows what parts look like.
 */
@NullMarked
package dev.darkroom.stream.code;

import org.jspecify.annotations.NullMarked;
