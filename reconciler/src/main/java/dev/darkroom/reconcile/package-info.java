/**
 * Finds what events lost, and mends it.
 *
 * <p>In comes a call, by the schedule or by a person. The bucket is compared with itself: originals
 * whose job came to nothing are sent again, results that nobody was told of are announced, and what
 * belongs to no original is deleted. Out goes a {@link dev.darkroom.reconcile.Report} of what was
 * found. Zero is normal: all other functions do their work without this one.
 */
@NullMarked
package dev.darkroom.reconcile;

import org.jspecify.annotations.NullMarked;
