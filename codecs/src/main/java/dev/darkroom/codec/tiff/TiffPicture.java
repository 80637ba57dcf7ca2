package dev.darkroom.codec.tiff;

import dev.darkroom.codec.picture.Bitmap;

/**
 * A decoded directory.
 *
 * @param bitmap straight alpha; of RGB and gray in the file's own colors, of inks and L*a*b* in
 *     sRGB; missing pixels are transparent
 * @param damaged whether parts could not be read
 */
public record TiffPicture(Bitmap bitmap, boolean damaged) {}
