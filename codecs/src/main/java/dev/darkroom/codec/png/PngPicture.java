package dev.darkroom.codec.png;

import dev.darkroom.codec.picture.Bitmap;

/**
 * A decoded file.
 *
 * @param bitmap in the file's own colors; missing pixels are transparent
 * @param damaged whether the file ended or broke before its last line
 */
public record PngPicture(Bitmap bitmap, boolean damaged) {}
