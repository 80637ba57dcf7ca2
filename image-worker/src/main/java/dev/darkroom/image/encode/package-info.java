/**
 * Encodes renditions: takes sRGB pixels, returns a file's bytes without color profile or metadata
 * of the original.
 */
@NullMarked
package dev.darkroom.image.encode;

import org.jspecify.annotations.NullMarked;
