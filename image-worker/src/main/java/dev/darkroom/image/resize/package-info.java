/**
 * Makes renditions' pictures with Thumbnailator: a whole picture and a {@code Target} come in, the
 * cropped, resized and padded picture leaves.
 *
 * <p>Thumbnailator runs the chain on images of integers, RGB or ARGB, which it passes on without a
 * copy. The resampling is {@code dev.darkroom.codec.picture}'s, plugged in as its {@code Resizer};
 * sizes are computed in {@code rendition}, before there are pixels. Callers see none of AWT's
 * types.
 */
@NullMarked
package dev.darkroom.image.resize;

import org.jspecify.annotations.NullMarked;
