/**
 * Has uploads processed again, by their ids or by what their results say.
 *
 * <p>{@link dev.darkroom.operate.reprocess.Reprocess} is the command. The job itself is the API's,
 * see {@link dev.darkroom.stage.reprocess.Reprocessing}.
 */
@NullMarked
package dev.darkroom.operate.reprocess;

import org.jspecify.annotations.NullMarked;
