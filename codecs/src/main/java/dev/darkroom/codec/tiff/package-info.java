/**
 * TIFF: its header, and its pixels by the meaning of their samples.
 *
 * <p>A file's bytes enter, a {@link dev.darkroom.codec.header.Header} or a {@link
 * dev.darkroom.codec.tiff.TiffPicture} leaves. Both go by one choice of the directory that is the
 * picture, and one reading of its layout. The walk over directories lives in {@link
 * dev.darkroom.codec.exif}, which needs it, too. JPEGs inside and printing inks are converted
 * elsewhere, behind {@link dev.darkroom.codec.tiff.TiffPort}.
 *
 * <p>Sections cited are those of TIFF 6.0.
 */
@NullMarked
package dev.darkroom.codec.tiff;

import org.jspecify.annotations.NullMarked;
