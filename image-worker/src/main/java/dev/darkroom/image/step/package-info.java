/**
 * The steps of a picture, in order: Fetch, Identify, Guard, Decode, Shrink, Upright, ToSrgbColors,
 * Animate, Render.
 *
 * <p>Each takes one record and gives the next, or ends the work with an outcome; an exception means
 * that trying again may help. What a step needs for good (limits, sizes, the store) it is made
 * with; what it learns goes into its record.
 */
@NullMarked
package dev.darkroom.image.step;

import org.jspecify.annotations.NullMarked;
