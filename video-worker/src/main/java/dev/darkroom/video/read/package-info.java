/**
 * How originals are read: by ranges, each of the version that the job is about.
 *
 * <p>In comes a job and the store, out comes a file of which the containers' readers ask for
 * ranges. What they read is not known here.
 */
@NullMarked
package dev.darkroom.video.read;

import org.jspecify.annotations.NullMarked;
