package dev.darkroom.codec.bmp;

import dev.darkroom.codec.picture.Bitmap;

/**
 * A decoded file.
 *
 * @param bitmap in the file's own colors; missing pixels are transparent
 * @param damaged whether the file ended before its last row
 */
public record BmpPicture(Bitmap bitmap, boolean damaged) {}
