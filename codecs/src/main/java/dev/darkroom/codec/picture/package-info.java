/**
 * Pixels: from a decoder's frame to a smaller picture as people see it.
 *
 * <p>In comes a {@link dev.darkroom.codec.picture.YuvFrame}, out an {@link
 * dev.darkroom.codec.picture.RgbPicture}. Samples are averaged first and converted after: only the
 * small picture is ever converted. Where frames come from, and what pictures are encoded as, is not
 * known here.
 *
 * <p>A {@link dev.darkroom.codec.picture.Bitmap} is scaled by a {@link
 * dev.darkroom.codec.picture.LanczosResizer}, cut where {@link
 * dev.darkroom.codec.picture.Attention} says, and set upright by a {@link
 * dev.darkroom.codec.picture.ExifOrientation}.
 */
@NullMarked
package dev.darkroom.codec.picture;

import org.jspecify.annotations.NullMarked;
