/**
 * How far the reconciler is on its way through the bucket.
 *
 * <p>A pass looks at everything once and may take many runs; the {@link
 * dev.darkroom.reconcile.pass.Cursor} is what one run leaves to the next. What is looked at lives
 * in {@code walk}, what is done about it in {@code mend}.
 */
@NullMarked
package dev.darkroom.reconcile.pass;

import org.jspecify.annotations.NullMarked;
