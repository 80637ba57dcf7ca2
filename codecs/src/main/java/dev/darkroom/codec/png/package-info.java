/**
 * Reads and writes PNG: {@link dev.darkroom.codec.png.PngHeader} and {@link
 * dev.darkroom.codec.png.PngDecoder} walk a file's chunks in the same way, {@link
 * dev.darkroom.codec.png.PngEncoder} writes files with nothing but pixels in them. Files that are
 * cut off or broken are decoded as far as they go. Colors stay the file's own; {@code codec.icc}
 * converts them to sRGB.
 *
 * <p>Sections cited are those of the W3C's Portable Network Graphics specification, third edition.
 */
@NullMarked
package dev.darkroom.codec.png;

import org.jspecify.annotations.NullMarked;
