/**
 * From a coded keyframe to a frame of samples.
 *
 * <p>In comes a sample's bytes, out a {@link dev.darkroom.video.frame.FrameResult}: a frame, or why
 * there is none. H.264 is decoded by JCodec's slice decoder, behind our own reading of all headers:
 * its own readers believe what a file says, run on past the end of data, and hold whole files.
 * Which sample is to be decoded, and what becomes of the frame, is decided by the steps.
 */
@NullMarked
package dev.darkroom.video.frame;

import org.jspecify.annotations.NullMarked;
