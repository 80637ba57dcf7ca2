/**
 * What cameras write into pictures: orientation, time, camera, lens and exposure (CIPA DC-008).
 * Place and serial numbers are never read.
 *
 * <p>Exif is written in the structure of TIFF, so the walk over its directories lives here too, and
 * {@code codec.tiff} uses it.
 */
@NullMarked
package dev.darkroom.codec.exif;

import org.jspecify.annotations.NullMarked;
