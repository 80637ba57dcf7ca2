/**
 * Pictures of keyframes: which ones, read in how many requests, decoded by whom, and which is the
 * best.
 *
 * <p>In comes a track, and where it can be read; out come pictures of the size that is asked for,
 * not turned yet. What is made of them is the business of the steps.
 */
@NullMarked
package dev.darkroom.video.still;

import org.jspecify.annotations.NullMarked;
