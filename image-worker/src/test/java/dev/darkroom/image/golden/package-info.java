/**
 * Compares pictures: two images come in, a likeness leaves, and on failure a picture to look at.
 * Knows nothing of the pipeline.
 */
@NullMarked
package dev.darkroom.image.golden;

import org.jspecify.annotations.NullMarked;
