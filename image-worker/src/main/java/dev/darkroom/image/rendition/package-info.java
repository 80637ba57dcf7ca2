/**
 * What is to be made: named renditions with their box, their way of filling it and their formats,
 * and what that means for a picture of some size. Plain figures; no pixel is touched here.
 */
@NullMarked
package dev.darkroom.image.rendition;

import org.jspecify.annotations.NullMarked;
