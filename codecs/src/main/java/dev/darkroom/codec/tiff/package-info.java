/**
 * What a TIFF file says of itself: sizes, samples and pages (TIFF 6.0). The walk over its
 * directories is that of {@link dev.darkroom.codec.exif}. Pixels are decoded elsewhere, by
 * TwelveMonkeys.
 */
@NullMarked
package dev.darkroom.codec.tiff;

import org.jspecify.annotations.NullMarked;
