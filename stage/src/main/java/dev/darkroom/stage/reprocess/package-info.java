/**
 * Has originals processed again, for the API on behalf of an owner and for the operator.
 *
 * <p>{@link dev.darkroom.stage.reprocess.Reprocessing} finds what there is to process, and sends
 * its job. Workers treat it like the event of a write, except that its result replaces an earlier
 * one.
 */
@NullMarked
package dev.darkroom.stage.reprocess;

import org.jspecify.annotations.NullMarked;
