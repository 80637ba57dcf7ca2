/**
 * Unpacks an ffmpeg for machines that have none.
 *
 * <p>Enters: the jar of {@code org.bytedeco:ffmpeg}. Leaves: a folder with the program and its
 * libraries. Lives elsewhere: downloading the jar ({@code bin/lib/engine.sh}) and calling the
 * program ({@code dev.darkroom.engine}).
 */
@NullMarked
package dev.darkroom.local.engine;

import org.jspecify.annotations.NullMarked;
