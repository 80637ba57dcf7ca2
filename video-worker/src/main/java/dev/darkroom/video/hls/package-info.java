/**
 * A video as an HTTP Live Stream: the same samples, lossless, in one fragmented MP4 with a playlist
 * of byte ranges. They pass through here once, some megabytes of them at a time.
 */
@NullMarked
package dev.darkroom.video.hls;

import org.jspecify.annotations.NullMarked;
