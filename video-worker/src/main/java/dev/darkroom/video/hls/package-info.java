/**
 * Writes a video as an HTTP Live Stream: the same samples, without loss, in one fragmented MP4 with
 * a playlist of byte ranges.
 *
 * <p>In come the tracks and the original that holds their samples; out go the parts of a multipart
 * upload and the text of the playlist. The samples pass through once, a few megabytes at a time.
 * Boxes are written by {@link dev.darkroom.codec.mp4}; the step {@link
 * dev.darkroom.video.step.MakeHls} decides which videos have a stream.
 */
@NullMarked
package dev.darkroom.video.hls;

import org.jspecify.annotations.NullMarked;
