/**
 * PNG, written: pixels in, a file out that holds nothing else.
 *
 * <p>Sections cited are those of the W3C's Portable Network Graphics specification, third edition.
 */
@NullMarked
package dev.darkroom.codec.png;

import org.jspecify.annotations.NullMarked;
