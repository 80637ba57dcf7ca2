/**
 * HEIC and AVIF to pixels. In come a file's structure, as {@code codec.heif} reads it, and the size
 * that is wanted; the tiles are decoded by {@code engine.ffmpeg} and put together here, cropped and
 * turned.
 */
@NullMarked
package dev.darkroom.engine.heif;

import org.jspecify.annotations.NullMarked;
