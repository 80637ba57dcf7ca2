/**
 * Looks at the bucket by listing.
 *
 * <p>Out come {@link dev.darkroom.reconcile.walk.Upload}s, each with all that listings tell of it,
 * and originals that were {@link dev.darkroom.reconcile.walk.Dropped} at other keys. Also keeps the
 * {@link dev.darkroom.reconcile.walk.Notes}, which are listed beside them.
 */
@NullMarked
package dev.darkroom.reconcile.walk;

import org.jspecify.annotations.NullMarked;
