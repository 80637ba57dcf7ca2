/**
 * From pixels to a file's bytes, in each format that renditions have: sRGB without saying so, and
 * nothing of the original's metadata.
 */
@NullMarked
package dev.darkroom.image.encode;

import org.jspecify.annotations.NullMarked;
