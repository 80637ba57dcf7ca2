/**
 * Converts colors to sRGB. An ICC profile or code points of ITU-T H.273 come in, a {@link
 * dev.darkroom.codec.icc.ToSrgb} for pixels comes out, or the reason why there is none. Profiles
 * that need tables (CMYK, Lab) are only recognized; finding a file's profile is its format's task.
 */
@NullMarked
package dev.darkroom.codec.icc;

import org.jspecify.annotations.NullMarked;
