/**
 * Holds, scales, crops and turns pixels. Where frames come from and how pictures are encoded is not
 * known here.
 *
 * <p>A video's {@link dev.darkroom.codec.picture.YuvFrame} is scaled down before it is converted to
 * an {@link dev.darkroom.codec.picture.RgbPicture}, so that only the small picture is converted. A
 * still {@link dev.darkroom.codec.picture.PlanarPicture} is converted row by row, at full size, to
 * a {@link dev.darkroom.codec.picture.Bitmap}. Bitmaps are scaled by {@link
 * dev.darkroom.codec.picture.LanczosResizer}, cropped where {@link
 * dev.darkroom.codec.picture.Attention} says, and set upright by {@link
 * dev.darkroom.codec.picture.ExifOrientation}.
 *
 * <p>{@code RgbPicture} stays beside {@code Bitmap} because averaging its planes costs 3 to 28 %
 * less CPU at the sizes of storyboards, previews and posters than Lanczos' kernel on pixels, and
 * because those pictures' bytes would change.
 */
@NullMarked
package dev.darkroom.codec.picture;

import org.jspecify.annotations.NullMarked;
