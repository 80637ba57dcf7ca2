/**
 * The steps of a video, in order: Open, Identify, Probe, Produce, Store.
 *
 * <p>Each takes one record and gives the next, or ends the work with an outcome; an exception means
 * that trying again may help. Produce asks every {@link dev.darkroom.video.step.OutputMaker} for
 * its outputs: a new kind of output is a new one of these.
 */
@NullMarked
package dev.darkroom.video.step;

import org.jspecify.annotations.NullMarked;
