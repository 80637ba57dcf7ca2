/**
 * The steps of a picture, in order: Fetch, Identify and Guard (by the first bytes, then by the
 * whole file), Decode, Shrink, Upright, ToSrgbColors, Animate, Render.
 *
 * <p>Each step takes one record and returns the next, or ends the work with an outcome; an
 * exception means that trying again may help. Constructors take what stays (limits, renditions, the
 * store); records carry what is known of one picture.
 */
@NullMarked
package dev.darkroom.image.step;

import org.jspecify.annotations.NullMarked;
