/**
 * Reads the captions of a movie and writes them as WebVTT.
 *
 * <p>In come the movie's index and ranges of the file; out come texts. Titles of chapters are no
 * captions, and neither are readings that cameras write as subtitles.
 */
@NullMarked
package dev.darkroom.video.caption;

import org.jspecify.annotations.NullMarked;
