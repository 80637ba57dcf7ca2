/**
 * The structure of HEIC and AVIF files.
 *
 * <p>In comes an {@link dev.darkroom.codec.mp4.Mp4Source}; out comes a {@link
 * dev.darkroom.codec.heif.HeifFile}, read within {@link dev.darkroom.codec.heif.HeifLimits}: size,
 * transforms and colors of the primary picture, and where its tiles, alpha and Exif lie. {@link
 * dev.darkroom.codec.heif.HeifHeader} gives the same as a header. Boxes are walked by {@code
 * codec.mp4}; tiles are decoded and assembled by {@code engine.heif}; colors are converted by
 * {@code codec.icc}.
 *
 * <p>Clauses cited without a document are those of ISO/IEC 23008-12:2022 (HEIF).
 */
@NullMarked
package dev.darkroom.codec.heif;

import org.jspecify.annotations.NullMarked;
