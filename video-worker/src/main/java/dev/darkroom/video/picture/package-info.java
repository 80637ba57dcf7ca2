/**
 * Makes the pictures of a video: the poster and its sizes, the storyboard, the preview and the
 * placeholder.
 *
 * <p>In come pictures of keyframes; out go files that are still to be stored. Decoding keyframes is
 * the job of {@link dev.darkroom.video.still}, storing files that of {@link
 * dev.darkroom.video.step}.
 */
@NullMarked
package dev.darkroom.video.picture;

import org.jspecify.annotations.NullMarked;
