package dev.darkroom.codec.gif;

import dev.darkroom.codec.picture.Bitmap;

/**
 * The screen at some time of an animation.
 *
 * @param bitmap shared with the reader, who paints the next frame onto it
 * @param delayMillis how long it is seen
 * @param damaged whether the file ended or broke within this frame, so that some of it is missing
 */
public record GifFrame(Bitmap bitmap, int delayMillis, boolean damaged) {}
