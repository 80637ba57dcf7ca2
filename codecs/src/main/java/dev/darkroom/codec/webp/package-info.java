/**
 * Animated WebP: the container read in Java, frame by frame, with every length checked; the frames
 * composed to the pictures that people see.
 *
 * <p>A file comes in, {@link dev.darkroom.codec.picture.Bitmap bitmaps} with their durations come
 * out, one at a time. Frames are decoded by {@link dev.darkroom.engine.foreign.TurboWebp}. How many
 * frames and pixels are worth it is the caller's to decide, from the {@link
 * dev.darkroom.codec.webp.WebpAnimation} alone.
 *
 * <p>Clauses cited are those of RFC 9649, WebP Image Format.
 */
@NullMarked
package dev.darkroom.codec.webp;

import org.jspecify.annotations.NullMarked;
