/**
 * What both workers do around their own steps: skip what is settled, process, commit, clean up.
 *
 * <p>In comes one event; {@link dev.darkroom.stage.job.JobRunner} asks the worker's {@link
 * dev.darkroom.stage.job.Processor} for an {@link dev.darkroom.contract.Outcome} and turns it into
 * the upload's manifest. Decoding and renditions are the workers' own.
 */
@NullMarked
package dev.darkroom.stage.job;

import org.jspecify.annotations.NullMarked;
