/**
 * The image worker: takes a job, stores renditions, returns the outcome.
 *
 * <p>{@link dev.darkroom.image.ImageFunction} is what Lambda calls; {@link
 * dev.darkroom.image.ImagePipeline} is the list of steps, which live one to a file in {@code step}.
 * Events, manifests and the hand-over of videos live in {@code dev.darkroom.stage}.
 */
@NullMarked
package dev.darkroom.image;

import org.jspecify.annotations.NullMarked;
