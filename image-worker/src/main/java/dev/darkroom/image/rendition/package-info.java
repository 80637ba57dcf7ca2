/**
 * Computes what to make: named renditions, each with a box, a fit and formats, and their sizes for
 * a given picture. Handles figures only; pixels are resized in {@code resize}.
 */
@NullMarked
package dev.darkroom.image.rendition;

import org.jspecify.annotations.NullMarked;
