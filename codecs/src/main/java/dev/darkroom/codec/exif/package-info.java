/**
 * What cameras write into pictures (CIPA DC-008): orientation, time, camera, lens and exposure. The
 * place and serial numbers are never read.
 *
 * <p>A TIFF structure enters, cut out of a JPEG, PNG, WebP or HEIF file by the packages of these;
 * an {@link dev.darkroom.codec.exif.Exif} leaves. The walk over TIFF's directories lives here,
 * because Exif is written in that structure; {@code codec.tiff} goes by it, too.
 */
@NullMarked
package dev.darkroom.codec.exif;

import org.jspecify.annotations.NullMarked;
