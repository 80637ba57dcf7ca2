/**
 * Runs jobs: what both workers do around their own steps.
 *
 * <p>In comes an event. {@link dev.darkroom.stage.job.JobRunner} skips it if it is settled, gets an
 * {@link dev.darkroom.contract.Outcome} from the worker's {@link dev.darkroom.stage.job.Processor},
 * commits the upload's manifest and cleans up. Decoding and renditions are the workers' own.
 */
@NullMarked
package dev.darkroom.stage.job;

import org.jspecify.annotations.NullMarked;
