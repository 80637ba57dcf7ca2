package dev.darkroom.codec.gif;

import dev.darkroom.codec.picture.Bitmap;

/**
 * The screen as it appears while one image is shown.
 *
 * @param bitmap shared with the reader, which paints the next frame onto it
 * @param delayMillis for how long it is shown, in ms
 * @param damaged whether the file ends or breaks within this frame, so that some of it is missing
 */
public record GifFrame(Bitmap bitmap, int delayMillis, boolean damaged) {}
