/**
 * Decodes H.264 keyframes in Java.
 *
 * <p>In come the bytes of one sample; out comes a {@link dev.darkroom.video.frame.FrameResult}: a
 * frame, or the reason why there is none. JCodec's slice decoder does the work, but all headers are
 * parsed by the module {@code codecs}: JCodec's own readers trust what a file says, run on past the
 * end of the data, and hold whole files. Choosing keyframes and making pictures of them is the job
 * of {@link dev.darkroom.video.still}.
 */
@NullMarked
package dev.darkroom.video.frame;

import org.jspecify.annotations.NullMarked;
