/**
 * Makes a file in another container readable: reads all of it, lets the engine copy its pictures
 * and sound into an MP4 or QuickTime file, and stores that with the unfinished work.
 *
 * <p>In comes a stranger's file; out goes a {@link dev.darkroom.video.rewrap.Rewrapping}. What the
 * engine does is told in {@code engine.rewrap}.
 */
@NullMarked
package dev.darkroom.video.rewrap;

import org.jspecify.annotations.NullMarked;
