package dev.darkroom.image.decode;

import dev.darkroom.codec.header.Profile;
import dev.darkroom.codec.picture.Bitmap;

/**
 * A decoded picture, as stored.
 *
 * @param profile by which its colors have yet to be understood
 * @param damaged whether some of it could not be read, and is as browsers show it
 */
public record Pixels(Bitmap bitmap, Profile profile, boolean damaged) {}
