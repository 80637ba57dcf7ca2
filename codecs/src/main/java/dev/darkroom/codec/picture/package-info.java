/**
 * Planes of 8-bit samples: from a decoder's frame to a small picture as people see it.
 *
 * <p>In comes a {@link dev.darkroom.codec.picture.YuvFrame}, out an {@link
 * dev.darkroom.codec.picture.RgbPicture}. Samples are averaged first and converted after: only the
 * small picture is ever converted. Where frames come from, and what pictures are encoded as, is not
 * known here.
 */
@NullMarked
package dev.darkroom.codec.picture;

import org.jspecify.annotations.NullMarked;
