/**
 * Decodes HEIC and AVIF pictures.
 *
 * <p>In come a file's structure, as {@code codec.heif} reads it, and a {@link
 * dev.darkroom.engine.heif.HeifRequest} with the reduction that is wanted; out comes a {@link
 * dev.darkroom.engine.heif.HeifResult} with the pixels, cropped, rotated and mirrored, in the
 * file's own colors. Tiles are decoded by {@code engine.ffmpeg} and assembled here; colors are
 * converted by {@code codec.icc}.
 */
@NullMarked
package dev.darkroom.engine.heif;

import org.jspecify.annotations.NullMarked;
