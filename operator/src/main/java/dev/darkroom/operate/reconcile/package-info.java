/**
 * Runs the reconciler at once, instead of waiting for its schedule.
 *
 * <p>{@link dev.darkroom.operate.reconcile.Reconcile} is the command; what is mended is the
 * function's business.
 */
@NullMarked
package dev.darkroom.operate.reconcile;

import org.jspecify.annotations.NullMarked;
