package dev.darkroom.image.decode;

import dev.darkroom.codec.header.Profile;
import dev.darkroom.codec.picture.Bitmap;

/**
 * A decoded picture, as stored.
 *
 * @param profile the color profile that has yet to be applied
 * @param damaged whether parts could not be read and are filled in as browsers do
 */
public record Pixels(Bitmap bitmap, Profile profile, boolean damaged) {}
