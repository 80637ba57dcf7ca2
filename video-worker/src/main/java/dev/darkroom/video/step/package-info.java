/**
 * The steps of a video, in order: Open, Identify, Probe, MakePictures, MakeWebReady, MakeHls,
 * StoreOutputs.
 *
 * <p>In comes a {@link dev.darkroom.stage.job.Job}; out goes an {@link
 * dev.darkroom.contract.Outcome}. Each step takes one record and returns the next, or ends the work
 * with an outcome; an exception means that trying again may help. A new kind of output is a new
 * step that adds to {@link dev.darkroom.video.step.VideoOutputs}. How ranges are read, frames
 * decoded and files encoded lives in the packages beside this one.
 */
@NullMarked
package dev.darkroom.video.step;

import org.jspecify.annotations.NullMarked;
