/**
 * PNG, read and written. Read, what is cut off or broken is shown as far as it goes, and colors are
 * the file's own: {@code codec.icc} brings them to sRGB. Written, a file holds nothing but pixels.
 *
 * <p>Sections cited are those of the W3C's Portable Network Graphics specification, third edition.
 */
@NullMarked
package dev.darkroom.codec.png;

import org.jspecify.annotations.NullMarked;
