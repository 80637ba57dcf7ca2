/**
 * Mends uploads: sends again what was lost, and deletes what belongs to nothing.
 *
 * <p>Enters: an upload as listings show it. Leaves: messages to the queues of jobs, of streams and
 * of completions, deletions, and {@link dev.darkroom.reconcile.mend.Finding}s. No finding is the
 * normal case.
 */
@NullMarked
package dev.darkroom.reconcile.mend;

import org.jspecify.annotations.NullMarked;
