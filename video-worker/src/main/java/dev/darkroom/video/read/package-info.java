/**
 * Reads originals by ranges, each from the version that the job is about.
 *
 * <p>In come a job and the store; out comes a source of bytes for container parsers, which live in
 * the module {@code codecs}.
 */
@NullMarked
package dev.darkroom.video.read;

import org.jspecify.annotations.NullMarked;
