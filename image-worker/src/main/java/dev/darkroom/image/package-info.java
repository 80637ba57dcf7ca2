/**
 * The image worker: from one job to renditions in the store.
 *
 * <p>{@link dev.darkroom.image.ImageFunction} is what Lambda calls; {@link
 * dev.darkroom.image.ImagePipeline} is the list of steps, which live one to a file in {@code step}.
 * Events, manifests and the hand-over of videos are not known here: {@code dev.darkroom.job} deals
 * with them.
 */
@NullMarked
package dev.darkroom.image;

import org.jspecify.annotations.NullMarked;
