/**
 * Makes small or large pictures of keyframes: chooses keyframes that are spread over the video,
 * reads them in few requests, and decodes them in Java or with the keyframe engine.
 *
 * <p>In come a track and the original that it is read from; out come pictures of the requested size
 * as they are coded, without rotation. The files made of them live in {@link
 * dev.darkroom.video.picture}, decoding in Java in {@link dev.darkroom.video.frame}, the engine in
 * the module {@code engines}.
 */
@NullMarked
package dev.darkroom.video.still;

import org.jspecify.annotations.NullMarked;
