/**
 * HEIC and AVIF pictures: what the container says, and the picture itself by the keyframe engine.
 *
 * <p>{@link dev.darkroom.codec.heif.HeifFile} reads the index within {@link
 * dev.darkroom.codec.heif.HeifLimits} and says size, turn, colors, and where tiles, alpha and Exif
 * lie; {@link dev.darkroom.engine.heif.HeifDecoder} has the tiles decoded and puts them together.
 * Turning colors into sRGB is the business of {@code codec.icc}.
 *
 * <p>Clauses cited without a document are those of ISO/IEC 23008-12:2022 (HEIF).
 */
@NullMarked
package dev.darkroom.codec.heif;

import org.jspecify.annotations.NullMarked;
