/**
 * Colors of pictures made sRGB.
 *
 * <p>In comes an ICC profile, or code points of ITU-T H.273; out a {@link
 * dev.darkroom.codec.icc.ToSrgb} for pixels, or the reason why there is none. Profiles that need
 * tables (CMYK, Lab) are only told apart. Which picture has which profile is not known here.
 */
@NullMarked
package dev.darkroom.codec.icc;

import org.jspecify.annotations.NullMarked;
