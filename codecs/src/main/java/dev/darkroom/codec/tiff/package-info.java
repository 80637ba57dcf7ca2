/**
 * The header of TIFF files.
 *
 * <p>A file's bytes enter, a {@link dev.darkroom.codec.header.Header} leaves. The walk over
 * directories lives in {@link dev.darkroom.codec.exif}, which needs it, too. Pixels are decoded
 * elsewhere, by TwelveMonkeys in the image worker.
 *
 * <p>Sections cited are those of TIFF 6.0.
 */
@NullMarked
package dev.darkroom.codec.tiff;

import org.jspecify.annotations.NullMarked;
